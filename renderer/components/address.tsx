import { Fragment } from 'react';

/** An email address that, where it must break, breaks after the at sign or before a dot. */
export function Address({ address }: { readonly address: string }) {
  const at = address.indexOf('@') + 1;
  const parts = [address.slice(0, at), address.slice(at)].flatMap((side) => side.split(/(?=\.)/));
  return parts.map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
