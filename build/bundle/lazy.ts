/** Stands in for `lazy-val`, which electron-updater brings along and whose package holds no licence that could be shown. */
export class Lazy<T> {
  #make: () => T;
  hasValue = false;

  constructor(make: () => T) {
    this.#make = make;
  }

  get value(): T {
    this.value = this.#make();
    return this.value;
  }

  set value(value: T) {
    this.hasValue = true;
    Object.defineProperty(this, 'value', { value, writable: true });
  }
}
