/**
 * What of keytar is used. Not its own declarations: where it cannot be compiled `npm install` leaves it out, types and all, and the
 * rest of the program is still to be checked.
 */
declare module 'keytar' {
  export function getPassword(service: string, account: string): Promise<string | null>;
  export function setPassword(service: string, account: string, password: string): Promise<void>;
  export function deletePassword(service: string, account: string): Promise<boolean>;
  export function findCredentials(service: string): Promise<unknown>;
}
