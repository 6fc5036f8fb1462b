/** The first stop of the Tab key: past what surrounds the page. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="absolute top-2 left-2 z-50 -translate-y-16 rounded-2 border border-line-strong bg-raised px-3 py-1.5 focus:translate-y-0"
    >
      Skip to the page
    </a>
  );
}
