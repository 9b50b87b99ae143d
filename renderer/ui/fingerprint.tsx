import './fingerprint.css';

/** Of a certificate, with colons or without: four lines of eight pairs, for what is compared by eye is compared line by line. */
export function Fingerprint({ sha256 }: { readonly sha256: string }) {
  const pairs = sha256.replaceAll(':', '').toUpperCase().match(/../g) ?? [];
  const lines = [0, 8, 16, 24].map((from) => pairs.slice(from, from + 8).join(':'));
  return (
    <span class="fingerprint" lang="en">
      {lines.join('\n')}
    </span>
  );
}
