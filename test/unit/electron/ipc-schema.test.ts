import { describe, expect, it, vi } from 'vitest';
import { createApi, type IpcAnswer, ipcSchema } from '../../../electron/ipc-schema.ts';
import { viewOf } from '../../support/substitute/views.ts';

const view = viewOf({ name: 'loading' });

const apiThatAnswers = (answer: IpcAnswer<unknown>) => {
  const invoke = vi.fn(async () => answer);
  const end = vi.fn();
  const listen = vi.fn(() => end);
  return { api: createApi({ invoke, listen }), invoke, listen, end };
};

describe('createApi', () => {
  it('has one function for each entry of the schema', () => {
    const { api } = apiThatAnswers({ ok: true, value: null });
    expect(Object.keys(api)).toEqual(Object.keys(ipcSchema));
  });

  it('gives the value of an answer', async () => {
    const { api, invoke } = apiThatAnswers({ ok: true, value: view });
    expect(await api.current()).toBe(view);
    expect(invoke).toHaveBeenCalledExactlyOnceWith(ipcSchema.current.channel);
  });

  it('throws the code of a refusal to whoever asked', async () => {
    const { api } = apiThatAnswers({ ok: false, refusal: 'foreign-page' });
    await expect(api.current()).rejects.toThrow('mittente:current refused: foreign-page');
  });

  it('reports the refusal of an event on the console, and does not throw', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { api } = apiThatAnswers({ ok: false, refusal: 'wrong-type' });
    api.send({ type: 'SUBMIT_PASSWORD', password: 'canary' });
    await vi.waitFor(() =>
      expect(error.mock.calls).toEqual([['Error: mittente:send refused: wrong-type']]),
    );
    error.mockRestore();
  });

  it('listens to views until it is told to end', () => {
    const { api, listen, end } = apiThatAnswers({ ok: true, value: null });
    const listener = vi.fn();
    const stop = api.onView(listener);
    expect(listen).toHaveBeenCalledExactlyOnceWith(ipcSchema.onView.channel, listener);
    stop();
    expect(end).toHaveBeenCalledOnce();
  });
});
