/** Two posts and the beam they carry. */
export function Logo() {
  return (
    <span className="logo">
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden>
        <path d="M1.5 3.5h15v3.2h-15zM3.3 8.2h3.2v7.3H3.3zM11.5 8.2h3.2v7.3h-3.2z" fill="currentColor" />
      </svg>
      <span className="logo-name">Lintel</span>
    </span>
  )
}
