const heads = ['plain', 'selected', 'path'] as const

/** The heads of all arrows, defined once. */
export function ArrowHeads() {
  return (
    <svg className="arrow-heads" aria-hidden>
      <defs>
        {heads.map((head) => (
          <marker
            key={head}
            id={`arrow-head-${head}`}
            className={`arrow-head arrow-head-${head}`}
            markerWidth="10"
            markerHeight="10"
            refX="8.4"
            refY="5"
            orient="auto-start-reverse"
            markerUnits="userSpaceOnUse"
          >
            <path d="M1.5,1.2 L8.6,5 L1.5,8.8" />
          </marker>
        ))}
      </defs>
    </svg>
  )
}
