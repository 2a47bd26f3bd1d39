import { Fragment } from 'react';

/** An email address that, where it must break, breaks after the at sign or before a dot of its domain. */
export function Address({ address }: { readonly address: string }) {
  const at = address.indexOf('@') + 1;
  const parts = [address.slice(0, at), ...address.slice(at).split(/(?=\.)/)];
  return parts.map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
