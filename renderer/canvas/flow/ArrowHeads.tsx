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
            refX="9"
            refY="5"
            orient="auto-start-reverse"
            markerUnits="userSpaceOnUse"
          >
            <path d="M1,1.4 L9.2,5 L1,8.6 L2.6,5 Z" />
          </marker>
        ))}
      </defs>
    </svg>
  )
}
