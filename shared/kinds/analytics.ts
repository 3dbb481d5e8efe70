import {
  amount,
  assumed,
  availabilityField,
  fact,
  factChoice,
  option,
  queryForm,
  storeFacts,
} from './fields/declare-field.ts'
import { constant, product, quotient } from './formula/formula.ts'
import { defineKind } from './kind.ts'
import { paidAsFields, paidAsLines } from './parts/paid-as.ts'
import { backupFields, backupLine, priceOf, technology } from './parts/priced-lines.ts'
import { addWhatIsRead } from './parts/results.ts'
import { ownTime } from './parts/service-time.ts'

const tableRights = factChoice(
  'Who may read what',
  { none: 'Everybody reads everything', table: 'Rights per table', row: 'Rights per row or column' },
  'Are rights kept per table, or per row and column?',
  'Data owner',
  { first: true },
)

const resultField = {
  resultTokens: amount('Result', 'tokens', { first: true, ...assumed(500, 50, 4000) }),
}

const warehouseTime = ownTime(1500, 8000, 'assumed: a query over some gigabytes', 500, 10_000)

export const dataWarehouse = defineKind({
  id: 'data-warehouse',
  title: 'Data warehouse',
  summary: 'Tables for analysis: large queries, billed by what they read or how long they run.',
  family: 'data',
  icon: 'warehouse',
  keywords: ['snowflake', 'bigquery', 'redshift', 'synapse', 'sql', 'olap', 'analytics', 'star schema', 'mart'],
  traits: ['passive', 'stores-data', 'managed'],
  settings: {
    gigabytes: amount('Data', 'GB', { first: true, ...assumed(1000, 100, 20_000) }),
    pricing: option(
      'Billed by',
      { terabytes: 'Terabytes read', credits: 'Credits while it runs' },
      'terabytes',
      'assumed: queries on demand',
      { first: true },
    ),
    creditHours: amount('Credits a month', 'count', {
      first: true,
      help: 'One credit runs the smallest size for an hour.',
      ...assumed(200, 50, 2000, 'a small size for the working day'),
    }),
    tableRights,
    queryForm,
    ...storeFacts,
    masked: fact('Personal data masked', 'Are personal data masked for those who need not see them?', 'Data owner', {
      first: true,
    }),
    ...backupFields,
    ...warehouseTime.fields,
    ...availabilityField(0.999, 'assumed: managed warehouses promise 99.9 %'),
  },
  call: {
    ...resultField,
    gigabytesRead: amount('Gigabytes read', 'GB', { first: true, ...assumed(5, 0.5, 50) }),
  },
  place: 30,
  time: ({ settings }) => warehouseTime.time(settings),
  costPerCall: ({ settings, call, product: model }, prices) =>
    settings.text('pricing') === 'credits'
      ? []
      : [
          technology(
            'reads',
            'Data read',
            product(
              quotient(call.input('gigabytesRead'), constant('GB per TB', 1000)),
              prices.find('warehouse.terabytes', model),
            ),
          ),
        ],
  costPerMonth: ({ settings, product: model }, prices) => [
    ...(settings.text('pricing') === 'credits'
      ? [
          technology(
            'credits',
            'Credits',
            product(settings.input('creditHours'), prices.find('warehouse.credit', model)),
          ),
        ]
      : []),
    technology('storage', 'Storage', product(settings.input('gigabytes'), prices.find('warehouse.storage', model))),
    backupLine(settings, prices, model, settings.input('gigabytes')),
  ],
  answers: addWhatIsRead,
})

const lakehouseTime = ownTime(2500, 12_000, 'assumed: a query over open files', 800, 20_000)

export const lakehouse = defineKind({
  id: 'lakehouse',
  title: 'Lakehouse',
  summary: 'Open files with tables over them, for analysis and training alike.',
  family: 'data',
  icon: 'house',
  keywords: ['databricks', 'delta lake', 'iceberg', 'hudi', 'data lake', 'spark', 'unity catalog', 'fabric', 'parquet'],
  traits: ['passive', 'stores-data', 'managed'],
  settings: {
    gigabytes: amount('Data', 'GB', { first: true, ...assumed(5000, 500, 100_000) }),
    unitHours: amount('Processing unit hours a month', 'hours', { first: true, ...assumed(500, 100, 5000) }),
    machineHours: amount('Machine hours a month', 'hours', {
      first: true,
      help: 'The cloud bills its machines beside the units.',
      ...assumed(300, 50, 3000),
    }),
    tableRights,
    ...storeFacts,
    versioned: fact('Earlier states kept', 'Can a table be read as it was on an earlier day?', 'Data owner', {
      first: true,
    }),
    ...backupFields,
    usdPerMachineHour: amount('Price per machine hour', 'USD/hour', { help: 'Over the price book.' }),
    ...lakehouseTime.fields,
    ...availabilityField(0.999, 'assumed: managed services promise 99.9 %'),
  },
  call: resultField,
  place: 30,
  time: ({ settings }) => lakehouseTime.time(settings),
  costPerMonth: ({ settings, product: model }, prices) => [
    technology('units', 'Processing units', product(settings.input('unitHours'), prices.find('lakehouse.unit', model))),
    technology(
      'machines',
      'Machines beside the units',
      product(
        settings.input('machineHours'),
        priceOf(settings, 'usdPerMachineHour', prices, 'compute.machine-hour', undefined),
      ),
    ),
    technology(
      'storage',
      'Storage',
      product(settings.input('gigabytes'), prices.find('object-store.storage', undefined)),
    ),
    backupLine(settings, prices, model, settings.input('gigabytes')),
  ],
  answers: addWhatIsRead,
})

const pipelineTime = ownTime(600_000, 1_800_000, 'assumed: one run over a day of data', 120_000, 3_600_000)

export const dataPipeline = defineKind({
  id: 'data-pipeline',
  title: 'Data pipeline',
  summary: 'Moves and reshapes data between our own stores, run by run.',
  family: 'data',
  icon: 'arrow-left-right',
  keywords: [
    'etl',
    'elt',
    'glue',
    'dataflow',
    'data factory',
    'spark',
    'dbt',
    'batch',
    'transform',
    'beam',
    'fivetran',
  ],
  traits: ['orchestrates'],
  settings: {
    workers: amount('Workers per run', 'machines', { first: true, integer: true, min: 1, ...assumed(10, 2, 50) }),
    qualityGate: fact('Checks quality', 'Is data checked before it is used?', 'Data owner', { first: true }),
    lineage: fact('Origin recorded', 'Can a value be traced to where it came from?', 'Data owner', { first: true }),
    idempotent: fact('Safe to repeat', 'Can a run be repeated without counting twice?', 'Engineering', {
      first: true,
    }),
    usdPerMachineHour: amount('Price per worker hour', 'USD/hour', { help: 'Over the price book.' }),
    ...pipelineTime.fields,
    ...availabilityField(0.99, 'assumed: batch work that may be repeated'),
  },
  call: { runMinutes: amount('Minutes of a run', 'minutes', { first: true, ...assumed(15, 3, 120) }) },
  place: 100,
  mode: 'async',
  does: ['read', 'write'],
  time: ({ settings }) => pipelineTime.time(settings),
  costPerCall: ({ settings, call, product: model }, prices) => [
    technology(
      'workers',
      'Worker time',
      product(
        settings.input('workers'),
        quotient(call.input('runMinutes'), constant('Minutes per hour', 60)),
        priceOf(settings, 'usdPerMachineHour', prices, 'pipeline.unit-hour', model),
      ),
    ),
  ],
})

export const dataCatalogue = defineKind({
  id: 'data-catalogue',
  title: 'Data catalogue',
  summary: 'Says which data there are, who owns them, what they mean and where they came from.',
  family: 'data',
  icon: 'library-big',
  keywords: ['collibra', 'alation', 'purview', 'glue catalog', 'datahub', 'unity catalog', 'lineage', 'glossary'],
  traits: ['passive', 'stores-data'],
  settings: {
    ownersNamed: fact('Owners are named', 'Does each data set have an owner?', 'Data owner', { first: true }),
    classified: fact('Data is classified', 'Does each data set say how sensitive it is?', 'Data owner', {
      first: true,
    }),
    lineage: fact('Origin recorded', 'Can a data set be traced to where it came from?', 'Data owner', { first: true }),
    coversModels: fact('Covers models too', 'Are models and prompts listed beside data?', 'Data owner', {
      first: true,
    }),
    encryptedAtRest: fact('Encrypted at rest', 'Is the catalogue encrypted at rest?', 'Platform team'),
    ...paidAsFields('existing', 1),
    ...availabilityField(0.999, 'assumed: managed services promise 99.9 %'),
  },
  place: 100,
  mode: 'offline',
  costPerMonth: ({ settings, product: model }, prices) => paidAsLines(settings, prices, model),
})
