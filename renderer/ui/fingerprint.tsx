import { Fragment } from 'preact';
import './fingerprint.css';

/**
 * Of a certificate, with colons or without: four lines of eight pairs, for what is compared by eye is compared line by line. Where there
 * is no room for eight, of four.
 */
export function Fingerprint({ sha256 }: { readonly sha256: string }) {
  const pairs = sha256.replaceAll(':', '').toUpperCase().match(/../g) ?? [];
  return (
    <span class="fingerprint" lang="en">
      {[0, 8, 16, 24].map((from) => (
        <Fragment key={from}>
          {from > 0 && '\n'}
          {`${pairs.slice(from, from + 4).join(':')}:`}
          <wbr />
          {pairs.slice(from + 4, from + 8).join(':')}
        </Fragment>
      ))}
    </span>
  );
}
