/** Stands in for `xml2js`, with which dbus-native reads what a service says of itself. Here it is known before; one that asked is told so. */
export class Parser {
  constructor() {
    throw new Error('The bundle has no xml2js: no service is asked what it can do.');
  }
}
