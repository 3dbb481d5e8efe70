import { amount, assumed, availabilityField, fact, factAmount } from './fields/declare-field.ts'
import { constant, product, quotient } from './formula/formula.ts'
import { defineKind } from './kind.ts'
import { paidAsFields, paidAsLines } from './parts/paid-as.ts'
import { priceOf, technology } from './parts/priced-lines.ts'
import { ownTime } from './parts/service-time.ts'

const hosted = availabilityField(0.999, 'assumed: managed services promise 99.9 %')

export const sourceRepository = defineKind({
  id: 'source-repository',
  title: 'Source repository',
  summary: 'Keeps code, prompts and settings by version, with who changed what.',
  family: 'operations',
  icon: 'git-branch',
  keywords: ['git', 'github', 'gitlab', 'bitbucket', 'azure repos', 'version control', 'pull request', 'branch', 'scm'],
  traits: ['passive', 'stores-data'],
  settings: {
    reviewed: fact('Changes are reviewed', 'Does somebody else review each change?', 'Engineering', { first: true }),
    branchProtected: fact('Main branch is protected', 'Can nobody push to the main branch alone?', 'Engineering', {
      first: true,
    }),
    secretScan: fact('Looks for secrets', 'Are passwords and keys found before they are kept?', 'Security', {
      first: true,
    }),
    encryptedAtRest: fact('Encrypted at rest', 'Is the repository encrypted at rest?', 'Platform team'),
    ...hosted,
    ...paidAsFields('existing'),
  },
  place: 30,
  mode: 'offline',
  costPerMonth: ({ settings, product: model }, prices) => paidAsLines(settings, prices, model),
})

const buildTime = ownTime(600_000, 1_800_000, 'assumed: build, tests and one release', 120_000, 3_600_000)

export const ciCd = defineKind({
  id: 'ci-cd',
  title: 'CI/CD pipeline',
  summary: 'Builds, tests and releases each change.',
  family: 'operations',
  icon: 'rocket',
  keywords: [
    'github actions',
    'gitlab ci',
    'azure devops',
    'jenkins',
    'argo',
    'release',
    'deployment',
    'build',
    'tests',
  ],
  traits: ['releases', 'managed'],
  settings: {
    evaluates: fact(
      'Runs the quality tests',
      'Does each change of a prompt or model run the quality tests?',
      'Engineering',
      {
        first: true,
      },
    ),
    gatesRelease: fact('Can stop a release', 'Does a bad result stop a release?', 'Engineering', { first: true }),
    reviewed: fact('Changes are reviewed', 'Does somebody read each change before it is built?', 'Engineering'),
    packageList: fact('Listed packages only', 'Can only packages of a list of ours be installed?', 'Security'),
    rollback: fact('Can go back', 'Can the version before be put back at once?', 'Engineering', { first: true }),
    gradual: fact(
      'Released in steps',
      'Does a new version meet a few requests, or none that count, before it meets all?',
      'Engineering',
    ),
    signed: fact('Builds are signed', 'Are builds signed, and is the signature checked?', 'Security', { first: true }),
    ownIdentity: fact('Short-lived rights', 'Does it act with rights that lapse, without stored keys?', 'Security', {
      first: true,
    }),
    usdPerMachineHour: amount('Price per machine hour', 'USD/hour', { help: 'Over the price book.' }),
    ...buildTime.fields,
    ...hosted,
  },
  call: { runMinutes: amount('Minutes of a run', 'minutes', { first: true, ...assumed(20, 5, 90) }) },
  place: 100,
  mode: 'offline',
  does: ['read', 'write'],
  time: ({ settings }) => buildTime.time(settings),
  costPerCall: ({ settings, call }, prices) => [
    technology(
      'machines',
      'Build machines',
      product(
        quotient(call.input('runMinutes'), constant('Minutes per hour', 60)),
        priceOf(settings, 'usdPerMachineHour', prices, 'compute.machine-hour', undefined),
      ),
    ),
  ],
})

export const infrastructureCode = defineKind({
  id: 'infrastructure-code',
  title: 'Infrastructure as code',
  summary: 'Describes machines, networks and rights in files, and makes them so.',
  family: 'operations',
  icon: 'blocks',
  keywords: ['terraform', 'pulumi', 'bicep', 'cloudformation', 'opentofu', 'ansible', 'iac', 'provisioning', 'helm'],
  traits: [],
  settings: {
    reviewed: fact('Changes are reviewed', 'Does somebody see the plan before it is applied?', 'Platform team', {
      first: true,
    }),
    driftFound: fact(
      'Changes by hand are found',
      'Is it found when somebody changes things by hand?',
      'Platform team',
      {
        first: true,
      },
    ),
    stateProtected: fact('State is protected', 'Is the state encrypted, and who may read it?', 'Security', {
      first: true,
    }),
    policyChecked: fact('Rules are checked', 'Are plans checked against rules before they are applied?', 'Security', {
      first: true,
    }),
    ...hosted,
    ...paidAsFields('existing'),
  },
  place: 100,
  mode: 'offline',
  does: ['write'],
  costPerMonth: ({ settings, product: model }, prices) => paidAsLines(settings, prices, model),
})

export const securityScanner = defineKind({
  id: 'security-scanner',
  title: 'Security scanner',
  summary: 'Finds known weaknesses in code, packages, images and models.',
  family: 'operations',
  icon: 'scan-search',
  keywords: ['snyk', 'sonarqube', 'trivy', 'dependabot', 'sast', 'sca', 'vulnerability', 'sbom', 'supply chain'],
  traits: [],
  settings: {
    blocks: fact('Can stop a release', 'Does a serious finding stop a release?', 'Security', { first: true }),
    dependencies: fact('Looks at packages', 'Are packages and images of others scanned?', 'Security', { first: true }),
    models: fact('Looks at model files', 'Are model files scanned for code?', 'Security', { first: true }),
    fixDays: factAmount(
      'Serious findings fixed in',
      'days',
      'In how many days is a serious finding fixed?',
      'Security',
      {
        first: true,
      },
    ),
    ...hosted,
    ...paidAsFields('existing'),
  },
  place: 100,
  mode: 'offline',
  does: ['read'],
  costPerMonth: ({ settings, product: model }, prices) => paidAsLines(settings, prices, model),
})

const keyTime = ownTime(8, 30, 'assumed: one call in the same region, kept for minutes', 2, 40)

export const keyManagement = defineKind({
  id: 'key-management',
  title: 'Key management',
  summary: 'Keeps the keys that encrypt other stores, and says who may use them.',
  family: 'operations',
  icon: 'key-round',
  keywords: ['kms', 'cmk', 'hsm', 'customer managed key', 'byok', 'encryption', 'envelope', 'cloud kms'],
  traits: ['passive', 'stores-data', 'keeps-secrets'],
  settings: {
    customerKeys: fact('Keys are ours', 'Are the keys made and held by us, not by the vendor?', 'Security', {
      first: true,
    }),
    rotates: fact('Rotated', 'Are keys changed regularly without people?', 'Security', { first: true }),
    hardware: fact('In hardware', 'Are keys kept in hardware that does not give them out?', 'Security', {
      first: true,
    }),
    separateDuties: fact('Duties are apart', 'Can those who run the store not use its key alone?', 'Security', {
      first: true,
    }),
    encryptedAtRest: fact('Encrypted at rest', 'Are keys themselves encrypted by a root key?', 'Security'),
    ...keyTime.fields,
    ...availabilityField(0.9999, 'assumed: managed services over several zones'),
    ...paidAsFields('existing'),
  },
  place: 30,
  mode: 'offline',
  time: ({ settings }) => keyTime.time(settings),
  costPerMonth: ({ settings, product: model }, prices) => paidAsLines(settings, prices, model),
})
