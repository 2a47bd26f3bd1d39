import type { AskSource } from './answer.ts';
import { answerFromDocument } from './autoconfig.ts';
import type { Http } from './network.ts';

/** Thunderbird's public directory of settings; https://wiki.mozilla.org/Thunderbird:Autoconfiguration */
const DIRECTORY = 'https://autoconfig.thunderbird.net/v1.1';

export function ispdbSource(http: Http): AskSource {
  return (address, signal) =>
    answerFromDocument(
      http,
      `${DIRECTORY}/${address.domain}`,
      address,
      { source: 'ispdb', trust: 'high' },
      signal,
    );
}
