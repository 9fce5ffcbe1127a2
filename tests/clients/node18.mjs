// graphql-js 17 sorts with `toSorted`, which Node 18, the one of Debian 12 and Ubuntu 24.04, does not have yet.
if (!Array.prototype.toSorted) {
  Object.defineProperty(Array.prototype, 'toSorted', {
    value: function toSorted(compare) { return [...this].sort(compare); },
    configurable: true,
    writable: true,
  });
}
