import type { ComponentType } from 'react';
import type { PageName, PageView } from '../../src/wizard/view.ts';
import type { PageOf } from '../page-of.ts';
import { useView } from '../view.ts';
import { Address } from './address.tsx';
import { Batch } from './batch.tsx';
import { Blocked } from './blocked.tsx';
import { Choice } from './choice.tsx';
import { Done } from './done.tsx';
import { Failure } from './failure.tsx';
import { Home } from './home.tsx';
import { Loading } from './loading.tsx';
import { MailPlus } from './mail-plus.tsx';
import { NothingToDo } from './nothing-to-do.tsx';
import { Password } from './password.tsx';
import { Preparation } from './preparation.tsx';
import { Problem } from './problem.tsx';
import { Review } from './review.tsx';
import { Server } from './server.tsx';
import { Test } from './test.tsx';
import { Why } from './why.tsx';

const PAGES: { readonly [Name in PageName]: ComponentType<PageOf<Name>> } = {
  loading: Loading,
  problem: Problem,
  home: Home,
  batch: Batch,
  why: Why,
  'nothing-to-do': NothingToDo,
  choice: Choice,
  'mail-plus': MailPlus,
  address: Address,
  preparation: Preparation,
  blocked: Blocked,
  server: Server,
  password: Password,
  test: Test,
  failure: Failure,
  review: Review,
  done: Done,
};

/** The page of the view; a page of another kind, or of another doctor, starts afresh. */
export function CurrentPage({ page }: { readonly page: PageView }) {
  const { doctor } = useView();
  // Each name maps to the component of exactly that page: the union loses the pairing.
  const Component = PAGES[page.name] as ComponentType<{ readonly page: PageView }>;
  return <Component key={`${page.name} ${doctor?.id ?? ''}`} page={page} />;
}
