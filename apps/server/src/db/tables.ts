// Written by scripts/tables.ts from the migrated database. Do not edit: add a migration and run it again.
import type { ColumnType, Generated } from 'kysely';

export type AccountsTable = {
  account_id: string;
  code: string;
  host: Generated<string | null>;
  name: string;
  locale: Generated<string>;
  time_zone: Generated<string>;
  currency: Generated<string>;
  country: Generated<string>;
  region: Generated<string>;
  postcode: Generated<string>;
  price_mode: Generated<'tax_excluded' | 'tax_included'>;
  tax_rounding: Generated<'line' | 'order'>;
  included_elsewhere: Generated<'keep_gross' | 'keep_net'>;
  paper: Generated<'letter' | 'a4'>;
  accent: Generated<string>;
  address: ColumnType<unknown, string | undefined, string>;
  estimate_valid_days: Generated<number>;
  order_number_format: Generated<string | null>;
  version: Generated<number>;
  created_at: Generated<Date>;
  requires_second_factor: Generated<boolean>;
  accepted_lock_days: Generated<number>;
  drift_policy: Generated<'honour' | 'requote' | 'ask'>;
  accepts_in_part: Generated<boolean>;
  site_sign_in: Generated<'guest_only' | 'optional' | 'checkout' | 'prices' | 'all_pages'>;
  site_registration: Generated<'automatic' | 'approval' | 'none'>;
  remind_after_days: Generated<number | null>;
  remind_before_days: Generated<number | null>;
  least_margin_ppm: Generated<number>;
  site_orders_wait: Generated<boolean>;
  prices_swept_on: Generated<string | null>;
};

export type AddressesTable = {
  account_id: string;
  id: string;
  customer_id: Generated<string | null>;
  company_id: Generated<string | null>;
  label: Generated<string>;
  address: ColumnType<unknown, string, string>;
  default_shipping: Generated<boolean>;
  default_billing: Generated<boolean>;
  created_at: Date;
  version: Generated<number>;
  field_versions: ColumnType<Readonly<Record<string, number>>, string | undefined, string>;
  deleted_at: Generated<Date | null>;
};

export type ApiKeysTable = {
  account_id: string;
  id: string;
  name: string;
  prefix: string;
  hash: Buffer;
  roles: readonly string[];
  created_by: Generated<string | null>;
  created_at: Generated<Date>;
  last_used_at: Generated<Date | null>;
  revoked_at: Generated<Date | null>;
  staff_id: Generated<string | null>;
  expires_at: Generated<Date | null>;
};

export type AttemptsTable = {
  key: string;
  attempts: number;
  resets_at: Date;
};

export type BulkEditProductsTable = {
  account_id: string;
  bulk_edit_id: string;
  product_id: string;
  version: Generated<number | null>;
  marked: Generated<readonly string[]>;
  is_left: Generated<boolean>;
};

export type BulkEditsTable = {
  account_id: string;
  id: string;
  change: ColumnType<unknown, string, string>;
  product_ids: readonly string[];
  done: Generated<number>;
  changed: Generated<number>;
  created_by: string;
  created_name: string;
  created_at: Date;
  finished_at: Generated<Date | null>;
  undoes: Generated<string | null>;
  takes_back: Generated<boolean>;
};

export type BundlePartsTable = {
  account_id: string;
  id: string;
  product_id: string;
  variant_id: string;
  position: number;
  quantity: number;
};

export type BuyerRulesTable = {
  account_id: string;
  id: string;
  product_id: string;
  variant_id: Generated<string | null>;
  role_id: string;
  effect: 'include' | 'exclude';
};

export type CartLinksTable = {
  account_id: string;
  id: string;
  order_id: string;
  token_sha256: Buffer;
  created_at: Date;
  created_by: string;
  created_by_name: string;
  expires_at: Date;
  revoked_at: Generated<Date | null>;
  mailed_to: Generated<string | null>;
};

export type CategoriesTable = {
  account_id: string;
  id: string;
  version: Generated<number>;
  parent_id: Generated<string | null>;
  name: string;
  code: string;
  position: number;
};

export type CompaniesTable = {
  account_id: string;
  id: string;
  version: Generated<number>;
  name: string;
  number: Generated<string | null>;
  role_id: Generated<string | null>;
  terms: Generated<string>;
  tax_exemption: Generated<string | null>;
  credit_limit_amount: Generated<number | null>;
  created_at: Date;
  updated_at: Date;
  deleted_at: Generated<Date | null>;
  name_key: Generated<string>;
  field_versions: ColumnType<Readonly<Record<string, number>>, string | undefined, string>;
  notes: Generated<string>;
};

export type ConfigurationOptionsTable = {
  account_id: string;
  id: string;
  product_id: string;
  position: number;
  kind: 'choice' | 'text' | 'number' | 'date' | 'checkbox' | 'file';
  name: string;
  help: Generated<string>;
  required: Generated<boolean>;
  carries_breaks: Generated<boolean>;
  max_length: Generated<number | null>;
  currency: string;
  per_piece_price: Generated<string>;
  per_line_amount: Generated<number>;
  removed_at: Generated<Date | null>;
  only_when_option_id: Generated<string | null>;
  only_when_value: Generated<string | null>;
  pattern: Generated<string>;
  minimum: Generated<string | null>;
  maximum: Generated<string | null>;
  step: Generated<string | null>;
  file_kinds: Generated<readonly string[]>;
  largest_bytes: Generated<number | null>;
  upcharge_ppm: Generated<number>;
  upcharge_breaks: ColumnType<unknown, string | undefined, string>;
};

export type ConfigurationValuesTable = {
  account_id: string;
  id: string;
  option_id: string;
  position: number;
  name: string;
  currency: string;
  per_piece_price: Generated<string>;
  per_line_amount: Generated<number>;
  removed_at: Generated<Date | null>;
  upcharge_ppm: Generated<number>;
  upcharge_breaks: ColumnType<unknown, string | undefined, string>;
};

export type CustomerActivityTable = {
  account_id: string;
  customer_id: string;
  last_order_at: Generated<Date>;
};

export type CustomerCredentialsTable = {
  account_id: string;
  id: string;
  login_id: string;
  provider_id: string;
  provider_subject: string;
  password: Generated<string | null>;
  access_token: Generated<string | null>;
  refresh_token: Generated<string | null>;
  id_token: Generated<string | null>;
  access_token_expires_at: Generated<Date | null>;
  refresh_token_expires_at: Generated<Date | null>;
  scope: Generated<string | null>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
};

export type CustomerLinksTable = {
  account_id: string;
  token_sha256: Buffer;
  purpose: 'register' | 'invite' | 'reset';
  email: string;
  name: Generated<string>;
  company: Generated<string>;
  phone: Generated<string>;
  customer_id: Generated<string | null>;
  expires_at: Date;
  created_at: Date;
};

export type CustomerLoginsTable = {
  account_id: string;
  id: string;
  customer_id: string;
  email: string;
  email_verified: Generated<boolean>;
  name: string;
  image: Generated<string | null>;
  approved_at: Generated<Date | null>;
  last_seen_at: Generated<Date | null>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
};

export type CustomerRolesTable = {
  account_id: string;
  id: string;
  name: string;
  version: Generated<number>;
  is_default: Generated<boolean>;
};

export type CustomerSessionsTable = {
  account_id: string;
  id: string;
  login_id: string;
  token: string;
  expires_at: Date;
  ip_address: Generated<string | null>;
  user_agent: Generated<string | null>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
};

export type CustomerVerificationsTable = {
  account_id: string;
  id: string;
  identifier: string;
  value: string;
  expires_at: Date;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
};

export type CustomersTable = {
  account_id: string;
  id: string;
  version: Generated<number>;
  field_versions: ColumnType<Readonly<Record<string, number>>, string | undefined, string>;
  company_id: Generated<string | null>;
  role_id: Generated<string | null>;
  name: string;
  email: Generated<string | null>;
  phone: Generated<string>;
  phone_digits: Generated<string>;
  number: Generated<string | null>;
  title: Generated<string>;
  active: Generated<boolean>;
  open_account: Generated<boolean>;
  tax_exemption: Generated<string | null>;
  fields: ColumnType<unknown, string | undefined, string>;
  notes: Generated<string>;
  search_text: Generated<string>;
  created_at: Date;
  updated_at: Date;
  deleted_at: Generated<Date | null>;
  name_key: Generated<string>;
  company_key: Generated<string>;
  number_key: Generated<string>;
};

export type DiscountLimitsTable = {
  account_id: string;
  id: string;
  discount_id: string;
  product_id: Generated<string | null>;
  category_id: Generated<string | null>;
  role_id: Generated<string | null>;
};

export type DiscountUsesTable = {
  account_id: string;
  order_id: string;
  discount_id: string;
  customer_id: Generated<string | null>;
  amount: number;
  used_at: Date;
  released_at: Generated<Date | null>;
};

export type DiscountsTable = {
  account_id: string;
  id: string;
  version: Generated<number>;
  name: string;
  code: Generated<string | null>;
  active: Generated<boolean>;
  kind: 'percentage' | 'fixed' | 'balance';
  ppm: Generated<number | null>;
  amount: Generated<number | null>;
  currency: string;
  reach: Generated<'items' | 'shipping' | 'items_and_shipping'>;
  valid_from: Generated<string | null>;
  valid_until: Generated<string | null>;
  max_uses: Generated<number | null>;
  max_uses_per_customer: Generated<number | null>;
  has_items_limit: Generated<boolean>;
  has_role_limit: Generated<boolean>;
  created_at: Date;
  deleted_at: Generated<Date | null>;
};

export type EndedEstimateLinksTable = {
  account_id: string;
  link_id: string;
  generation: number;
  token_sha256: Buffer;
  revoked_at: Date;
  revoked_by: string;
  revoked_by_name: string;
};

export type EstimateCertificatesTable = {
  account_id: string;
  decision_id: string;
  file_id: string;
  made_at: Date;
};

export type EstimateDecisionsTable = {
  account_id: string;
  id: string;
  order_id: string;
  revision: number;
  kind: 'accepted' | 'accepted_in_part' | 'declined' | 'changes_requested';
  content: string;
  sha256: Buffer;
  decided_at: Date;
};

export type EstimateDocumentsTable = {
  account_id: string;
  order_id: string;
  revision: number;
  file_id: string;
  content_sha256: Buffer;
  made_at: Date;
  valid_until: string;
};

export type EstimateFactsTable = {
  account_id: string;
  order_id: string;
  revision: number;
  ordinal: Generated<number>;
  kind: 'sent' | 'delivered' | 'bounced' | 'viewed' | 'read' | 'downloaded' | 'link_copied' | 'converted' | 'reminded_not_viewed' | 'reminded_expiring';
  link_id: Generated<string | null>;
  mail_id: Generated<string | null>;
  at: Date;
};

export type EstimateLinksTable = {
  account_id: string;
  id: string;
  order_id: string;
  recipient: Generated<string>;
  generation: Generated<number>;
  token_sha256: Buffer;
  created_at: Date;
  revoked_at: Generated<Date | null>;
  last_viewed_at: Generated<Date | null>;
  last_viewed_revision: Generated<number | null>;
  view_count: Generated<number>;
};

export type EstimateRevisionsTable = {
  account_id: string;
  order_id: string;
  revision: number;
  status: 'open' | 'changes_requested' | 'accepted' | 'accepted_in_part' | 'declined' | 'withdrawn' | 'superseded';
  content: string;
  sha256: Buffer;
  order_version: number;
  total_amount: number;
  open_parts: Generated<readonly string[]>;
  currency: string;
  valid_until: string;
  expires_at: Date;
  message: Generated<string>;
  issued_by: string;
  issued_at: Date;
  released_at: Generated<Date | null>;
  withdrawn_at: Generated<Date | null>;
  lock_until: Generated<Date | null>;
  today_amount: Generated<number | null>;
  compared_at: Generated<Date | null>;
  today_rates_gone: ColumnType<unknown, string | null | undefined, string | null>;
};

export type EstimateStandingsTable = {
  account_id: string;
  order_id: string;
  revision: number;
  status: string;
  currency: string;
  promised_amount: number;
  today_amount: Generated<number | null>;
  compared_at: Generated<Date | null>;
  expires_at: Date;
  released_at: Generated<Date | null>;
  viewed_at: Generated<Date | null>;
  came_back: Generated<boolean>;
  today_open: Generated<boolean>;
};

export type EventsTable = {
  account_id: string;
  subject_id: string;
  version: number;
  index: number;
  subject: 'order' | 'customer' | 'company' | 'product' | 'settings' | 'import';
  type: string;
  actor: string;
  actor_name: string;
  at: Date;
  data: ColumnType<unknown, string, string>;
  undone_at_version: Generated<number | null>;
  previous_hash: Generated<Buffer | null>;
  hash: Generated<Buffer | null>;
};

export type FieldDefinitionsTable = {
  account_id: string;
  id: string;
  subject: 'customer' | 'order';
  code: string;
  label: string;
  help: Generated<string>;
  type: 'text' | 'number' | 'select' | 'checkbox' | 'datetime' | 'link';
  required: Generated<boolean>;
  active: Generated<boolean>;
  options: ColumnType<unknown, string | undefined, string>;
  position: Generated<number>;
  version: Generated<number>;
  shown_on_orders: Generated<boolean>;
  built_in: Generated<boolean>;
  field_versions: ColumnType<Readonly<Record<string, number>>, string | undefined, string>;
};

export type FileUsesTable = {
  account_id: string;
  file_id: string;
  noun: 'order' | 'product' | 'evidence' | 'account';
  noun_id: string;
};

export type FilesTable = {
  account_id: string;
  id: string;
  sha256: Buffer;
  bytes: number;
  media_type: string;
  name: string;
  created_at: Date;
  width: Generated<number | null>;
  height: Generated<number | null>;
  created_by: string;
  used_at: Generated<Date | null>;
};

export type FulfilmentLinesTable = {
  account_id: string;
  order_id: string;
  fulfilment_id: string;
  line_id: string;
  quantity: number;
};

export type FulfilmentsTable = {
  account_id: string;
  order_id: string;
  id: string;
  shipment_id: string;
  shipped_on: string;
  carrier: Generated<string>;
  tracking_number: Generated<string>;
  tracking_url: Generated<string>;
  created_at: Date;
  created_by: string;
  created_by_name: string;
  voided_at: Generated<Date | null>;
  fetched_on: Generated<string | null>;
};

export type GuestCartsTable = {
  account_id: string;
  guest_id: string;
  order_id: string;
  contact: ColumnType<unknown, string | null | undefined, string | null>;
  contact_customer_id: Generated<string | null>;
  created_at: Date;
};

export type IdempotencyKeysTable = {
  account_id: string;
  actor: string;
  key: string;
  request_hash: Buffer;
  status: Generated<number | null>;
  body: Generated<string | null>;
  resource: Generated<string | null>;
  resource_version: Generated<number | null>;
  created_at: Generated<Date>;
};

export type ImportFilesTable = {
  account_id: string;
  import_id: string;
  content: string;
  part: Generated<number>;
};

export type ImportNoticesTable = {
  account_id: string;
  import_id: string;
  ordinal: number;
  kind: 'refused' | 'kept' | 'restored' | 'created' | 'updated' | 'unchanged';
  row_number: number;
  column_name: Generated<string>;
  value: Generated<string>;
  reason: string;
};

export type ImportRefusedRowsTable = {
  account_id: string;
  import_id: string;
  row_number: number;
  cells: readonly string[];
  reason: string;
};

export type ImportsTable = {
  account_id: string;
  id: string;
  kind: string;
  layout: string;
  file_name: Generated<string>;
  state: 'running' | 'done' | 'failed' | 'canceled';
  rows_read: Generated<number>;
  products_created: Generated<number>;
  products_updated: Generated<number>;
  products_unchanged: Generated<number>;
  variants_created: Generated<number>;
  variants_updated: Generated<number>;
  variants_unchanged: Generated<number>;
  rows_refused: Generated<number>;
  error: Generated<string | null>;
  created_by: string;
  created_at: Date;
  finished_at: Generated<Date | null>;
  overwrite: Generated<boolean>;
  touched_at: Generated<Date>;
  dry_run: Generated<boolean>;
  mapping: ColumnType<unknown, string | null | undefined, string | null>;
  heading: Generated<readonly string[]>;
  rows_total: Generated<number | null>;
  customers_created: Generated<number>;
  customers_updated: Generated<number>;
  customers_unchanged: Generated<number>;
  values_kept: Generated<number>;
  delimiter: Generated<',' | ';' | '	'>;
  unfilled_fields: ColumnType<unknown, string | undefined, string>;
};

export type InvitationsTable = {
  account_id: string;
  id: string;
  email: string;
  roles: readonly string[];
  token_sha256: Buffer;
  invited_by: string;
  invited_by_name: string;
  created_at: Date;
  sent_at: Date;
  expires_at: Date;
  accepted_at: Generated<Date | null>;
  revoked_at: Generated<Date | null>;
};

export type LetterheadsTable = {
  account_id: string;
  legal_name: Generated<string>;
  tax_id: Generated<string>;
  phone: Generated<string>;
  email: Generated<string>;
  terms: Generated<string>;
  pictures: Generated<boolean>;
  logo_file_id: Generated<string | null>;
  payment_terms: Generated<string>;
  deposit_ppm: Generated<number | null>;
};

export type UnitListsTable = {
  account_id: string;
  units: ColumnType<unknown, string, string>;
};

export type MailTemplatesTable = {
  account_id: string;
  name: string;
  subject: string;
  body: string;
  updated_at: Date;
  updated_by: string;
};

export type MailsTable = {
  account_id: string;
  id: string;
  template: string;
  order_id: Generated<string | null>;
  revision: Generated<number | null>;
  recipients: readonly string[];
  cc: Generated<readonly string[]>;
  reply_to: Generated<string | null>;
  subject: string;
  html: string;
  text: string;
  state: Generated<'queued' | 'kept' | 'sent' | 'failed' | 'canceled' | 'bounced'>;
  attempts: Generated<number>;
  error: Generated<string | null>;
  created_at: Date;
  sent_at: Generated<Date | null>;
  secret: Generated<string | null>;
  held_until: Generated<Date | null>;
  header_to: Generated<readonly string[] | null>;
  header_cc: Generated<readonly string[] | null>;
  attaches_document: Generated<boolean>;
  certificate_of: Generated<string | null>;
  sender: Generated<string | null>;
  sender_name: Generated<string | null>;
  message_id: Generated<string | null>;
  attached: Generated<readonly string[] | null>;
  sha256: Generated<Buffer | null>;
  bounced_at: Generated<Date | null>;
};

export type MembershipsTable = {
  account_id: string;
  staff_id: string;
  roles: readonly string[];
  active: Generated<boolean>;
  created_at: Generated<Date>;
  last_seen_at: Generated<Date | null>;
};

export type OrderActivityTable = {
  account_id: string;
  order_id: string;
  stage: string;
  updated_at: Date;
};

export type OrderChargesTable = {
  account_id: string;
  order_id: string;
  ordinal: number;
  kind: 'line' | 'line_discount' | 'order_discount' | 'shipping' | 'shipping_discount' | 'tax';
  line_id: Generated<string | null>;
  shipment_id: Generated<string | null>;
  code: Generated<string>;
  name: string;
  rate_ppm: Generated<number | null>;
  base_amount: Generated<number | null>;
  amount: number;
};

export type OrderDiscountsTable = {
  account_id: string;
  order_id: string;
  id: string;
  position: Generated<number>;
  source: 'manual' | 'code' | 'automatic';
  label: string;
  value: ColumnType<unknown, string, string>;
  reach: Generated<'items' | 'shipping' | 'items_and_shipping'>;
  code: Generated<string | null>;
  product_ids: ColumnType<unknown, string | null | undefined, string | null>;
  refused: Generated<string | null>;
};

export type OrderLinesTable = {
  account_id: string;
  order_id: string;
  id: string;
  position: number;
  kind: 'catalog' | 'custom' | 'bundle' | 'charge' | 'credit' | 'section';
  parent_line_id: Generated<string | null>;
  product_id: Generated<string | null>;
  variant_id: Generated<string | null>;
  name: string;
  sku: Generated<string>;
  product_code: Generated<string>;
  options: ColumnType<unknown, string | undefined, string>;
  image_url: Generated<string | null>;
  configuration: ColumnType<unknown, string | undefined, string>;
  quantity: number;
  unit_price: Generated<string | null>;
  price_table: ColumnType<unknown, string | null | undefined, string | null>;
  break_group: Generated<string | null>;
  quantity_increment: Generated<number | null>;
  max_quantity: Generated<number | null>;
  upcharges: ColumnType<unknown, string | undefined, string>;
  override_unit_price: Generated<string | null>;
  override_reason: Generated<string>;
  override_by: Generated<string | null>;
  discount: ColumnType<unknown, string | null | undefined, string | null>;
  optional: Generated<boolean>;
  chosen: Generated<boolean>;
  choice_group: Generated<string | null>;
  tax_category: Generated<string>;
  ships: Generated<boolean>;
  weight_grams: Generated<number | null>;
  note_customer: Generated<string>;
  note_internal: Generated<string>;
  field_versions: ColumnType<Readonly<Record<string, number>>, string | undefined, string>;
  answers: ColumnType<unknown, string | undefined, string>;
  charges: ColumnType<unknown, string | undefined, string>;
  charge_id: Generated<string | null>;
  customer_minimum: Generated<number | null>;
  customer_maximum: Generated<number | null>;
  unavailable: Generated<'deleted' | 'unpublished' | 'excluded' | null>;
  cost: Generated<string | null>;
  parts: ColumnType<unknown, string | undefined, string>;
  part_id: Generated<string | null>;
};

export type OrderMessagesTable = {
  account_id: string;
  id: string;
  order_id: string;
  author: 'staff' | 'customer';
  author_key: string;
  author_name: string;
  line: Generated<string>;
  text: string;
  at: Date;
};

export type OrderNumberCountersTable = {
  account_id: string;
  format: string;
  last_number: Generated<number>;
};

export type OrderPresenceTable = {
  account_id: string;
  order_id: string;
  tab_id: string;
  actor: string;
  name: string;
  line_id: Generated<string | null>;
  seen_at: Date;
  at_checkout: Generated<boolean>;
};

export type OrderTemplatesTable = {
  account_id: string;
  id: string;
  name: string;
  content: ColumnType<unknown, string, string>;
  line_count: number;
  created_by: string;
  created_at: Date;
};

export type OrdersTable = {
  account_id: string;
  id: string;
  number: Generated<number | null>;
  order_number: Generated<string | null>;
  stage: 'cart' | 'draft' | 'estimate' | 'saved_cart' | 'pending' | 'approval_declined' | 'submitted' | 'canceled';
  version: Generated<number>;
  field_versions: ColumnType<Readonly<Record<string, number>>, string | undefined, string>;
  customer_id: Generated<string | null>;
  company_id: Generated<string | null>;
  split_from_order_id: Generated<string | null>;
  name: Generated<string>;
  currency: string;
  price_mode: string;
  tax_rounding: string;
  included_elsewhere: string;
  po_number: Generated<string>;
  due_on: Generated<string | null>;
  note_customer: Generated<string>;
  note_internal: Generated<string>;
  owner_staff_id: Generated<string | null>;
  fields: ColumnType<unknown, string | undefined, string>;
  billing_same_as_shipping: Generated<boolean>;
  billing_address: ColumnType<unknown, string | null | undefined, string | null>;
  payment: ColumnType<unknown, string | null | undefined, string | null>;
  checkout: ColumnType<unknown, string | undefined, string>;
  pricing_facts: ColumnType<unknown, string | undefined, string>;
  pricing: ColumnType<unknown, string, string>;
  items_amount: Generated<number>;
  discount_amount: Generated<number>;
  shipping_amount: Generated<number | null>;
  tax_amount: Generated<number | null>;
  total_amount: Generated<number>;
  open_parts: Generated<readonly string[]>;
  item_count: Generated<number>;
  line_count: Generated<number>;
  estimate_revision: Generated<number | null>;
  estimate_status: Generated<string | null>;
  valid_until: Generated<string | null>;
  search_text: Generated<string>;
  created_by: string;
  created_at: Date;
  updated_at: Date;
  submitted_at: Generated<Date | null>;
  deleted_at: Generated<Date | null>;
  valid_days: Generated<number | null>;
  fulfilment: Generated<'unshipped' | 'part_shipped' | 'shipped'>;
  payment_terms: ColumnType<unknown, string | null | undefined, string | null>;
  deposit: ColumnType<unknown, string | null | undefined, string | null>;
  pickup: Generated<'waiting' | 'fetched' | null>;
};

export type PageWantsTable = {
  account_id: string;
  file_id: string;
  tries: Generated<number>;
  next_at: Date;
};

export type PickupPlacesTable = {
  account_id: string;
  id: string;
  version: Generated<number>;
  name: string;
  address: ColumnType<unknown, string, string>;
  hours: Generated<string>;
  active: Generated<boolean>;
  position: Generated<number>;
};

export type PictureFetchesTable = {
  account_id: string;
  id: string;
  url: string;
  state: Generated<'waiting' | 'made' | 'failed'>;
  reason: Generated<'unreachable' | 'not_public' | 'redirected' | 'not_there' | 'too_large' | 'no_picture' | null>;
  tries: Generated<number>;
  next_at: Date;
  file_id: Generated<string | null>;
};

export type PictureWantsTable = {
  account_id: string;
  fetch_id: string;
  product_id: string;
};

export type PriceRowsTable = {
  account_id: string;
  id: string;
  product_id: string;
  variant_id: Generated<string | null>;
  role_id: Generated<string | null>;
  currency: string;
  quantity: number;
  extended_price: string;
  valid_from: Generated<string | null>;
  valid_until: Generated<string | null>;
};

export type ProductCategoriesTable = {
  account_id: string;
  category_id: string;
  product_id: string;
};

export type ProductChargesTable = {
  account_id: string;
  id: string;
  product_id: string;
  variant_id: Generated<string | null>;
  position: number;
  kind: 'setup' | 'run';
  code: string;
  name: string;
  currency: string;
  breaks: ColumnType<unknown, string, string>;
  removable: Generated<boolean>;
};

export type ProductImagesTable = {
  account_id: string;
  id: string;
  product_id: string;
  url: string;
  alt: Generated<string>;
  position: number;
};

export type ProductsTable = {
  account_id: string;
  id: string;
  version: Generated<number>;
  handle: string;
  code: string;
  name: string;
  description_html: Generated<string>;
  vendor: Generated<string>;
  product_type: Generated<string>;
  tags: Generated<readonly string[]>;
  kind: Generated<'product' | 'bundle'>;
  published: Generated<boolean>;
  tax_category: Generated<string>;
  options: ColumnType<unknown, string | undefined, string>;
  groups_breaks: Generated<boolean>;
  image_url: Generated<string | null>;
  edited_fields: ColumnType<unknown, string | undefined, string>;
  created_at: Date;
  updated_at: Date;
  deleted_at: Generated<Date | null>;
  name_key: Generated<string>;
  search_text: Generated<string>;
  field_versions: ColumnType<Readonly<Record<string, number>>, string | undefined, string>;
  bundle_pricing: Generated<'fixed' | 'summed' | null>;
};

export type SchemaMigrationsTable = {
  name: string;
  sha256: string;
  applied_at: Generated<Date>;
};

export type SearchWordsTable = {
  account_id: string;
  noun: 'catalog' | 'customer';
  word: string;
};

export type ShipmentLinesTable = {
  account_id: string;
  order_id: string;
  shipment_id: string;
  line_id: string;
  quantity: number;
};

export type ShipmentsTable = {
  account_id: string;
  order_id: string;
  id: string;
  position: Generated<number>;
  kind: Generated<'ship' | 'pickup'>;
  address: ColumnType<unknown, string | null | undefined, string | null>;
  method: ColumnType<unknown, string | null | undefined, string | null>;
  holds_all_lines: Generated<boolean>;
  field_versions: ColumnType<Readonly<Record<string, number>>, string | undefined, string>;
  pickup_place: ColumnType<unknown, string | null | undefined, string | null>;
};

export type ShippingRatesTable = {
  account_id: string;
  id: string;
  zone_id: string;
  name: string;
  transit: Generated<string>;
  terms: ColumnType<unknown, string, string>;
  position: Generated<number>;
  active: Generated<boolean>;
};

export type ShippingZonesTable = {
  account_id: string;
  id: string;
  version: Generated<number>;
  name: string;
  areas: ColumnType<unknown, string, string>;
  position: Generated<number>;
};

export type StaffTable = {
  id: string;
  email: string;
  email_verified: Generated<boolean>;
  name: string;
  image: Generated<string | null>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
  two_factor_enabled: Generated<boolean>;
};

export type StaffCredentialsTable = {
  id: string;
  staff_id: string;
  provider_id: string;
  provider_subject: string;
  password: Generated<string | null>;
  access_token: Generated<string | null>;
  refresh_token: Generated<string | null>;
  id_token: Generated<string | null>;
  access_token_expires_at: Generated<Date | null>;
  refresh_token_expires_at: Generated<Date | null>;
  scope: Generated<string | null>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
};

export type StaffPasswordResetsTable = {
  token_sha256: Buffer;
  staff_id: string;
  expires_at: Date;
  created_at: Date;
};

export type StaffSecondFactorsTable = {
  id: string;
  staff_id: string;
  secret: string;
  backup_codes: string;
  verified: Generated<boolean>;
  failed_attempts: Generated<number>;
  locked_until: Generated<Date | null>;
};

export type StaffSessionsTable = {
  id: string;
  staff_id: string;
  token: string;
  expires_at: Date;
  ip_address: Generated<string | null>;
  user_agent: Generated<string | null>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
  last_seen_at: Generated<Date | null>;
};

export type StaffUsedCodesTable = {
  staff_id: string;
  code_sha256: Buffer;
  used_at: Date;
};

export type StaffVerificationsTable = {
  id: string;
  identifier: string;
  value: string;
  expires_at: Date;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
};

export type StockLevelsTable = {
  account_id: string;
  variant_id: string;
  on_hand: Generated<number>;
  reserved: Generated<number>;
  incoming_quantity: Generated<number | null>;
  incoming_on: Generated<string | null>;
};

export type StockReservationsTable = {
  account_id: string;
  order_id: string;
  variant_id: string;
  quantity: number;
  backordered: Generated<number>;
  created_at: Date;
  released_at: Generated<Date | null>;
  shipped: Generated<number>;
};

export type TaxRatesTable = {
  account_id: string;
  id: string;
  version: Generated<number>;
  code: string;
  name: string;
  rate_ppm: number;
  country: string;
  region: Generated<string>;
  category: Generated<string | null>;
  on_shipping: Generated<boolean>;
  active: Generated<boolean>;
  postcodes: Generated<readonly string[]>;
};

export type VariantsTable = {
  account_id: string;
  id: string;
  product_id: string;
  version: Generated<number>;
  sku: string;
  sku_made: Generated<boolean>;
  option_values: Generated<readonly string[]>;
  title: Generated<string>;
  barcode: Generated<string>;
  published: Generated<boolean>;
  weight_grams: Generated<number | null>;
  ships: Generated<boolean>;
  tax_category: Generated<string | null>;
  image_url: Generated<string | null>;
  tracks_stock: Generated<boolean>;
  allows_backorder: Generated<boolean>;
  quantity_increment: Generated<number | null>;
  max_quantity: Generated<number | null>;
  position: Generated<number>;
  search_text: Generated<string>;
  edited_fields: ColumnType<unknown, string | undefined, string>;
  created_at: Date;
  updated_at: Date;
  deleted_at: Generated<Date | null>;
  name_key: Generated<string>;
  code_key: Generated<string>;
  field_versions: ColumnType<Readonly<Record<string, number>>, string | undefined, string>;
  cost: Generated<string | null>;
  cost_currency: Generated<string | null>;
  unit: ColumnType<unknown, string | null | undefined, string | null>;
};

/** The tables as Kysely reads and writes them: bigint is a safe integer, numeric a decimal string, JSON goes in as text. */
export type Tables = {
  accounts: AccountsTable;
  addresses: AddressesTable;
  api_keys: ApiKeysTable;
  attempts: AttemptsTable;
  bulk_edit_products: BulkEditProductsTable;
  bulk_edits: BulkEditsTable;
  bundle_parts: BundlePartsTable;
  buyer_rules: BuyerRulesTable;
  cart_links: CartLinksTable;
  categories: CategoriesTable;
  companies: CompaniesTable;
  configuration_options: ConfigurationOptionsTable;
  configuration_values: ConfigurationValuesTable;
  customer_activity: CustomerActivityTable;
  customer_credentials: CustomerCredentialsTable;
  customer_links: CustomerLinksTable;
  customer_logins: CustomerLoginsTable;
  customer_roles: CustomerRolesTable;
  customer_sessions: CustomerSessionsTable;
  customer_verifications: CustomerVerificationsTable;
  customers: CustomersTable;
  discount_limits: DiscountLimitsTable;
  discount_uses: DiscountUsesTable;
  discounts: DiscountsTable;
  ended_estimate_links: EndedEstimateLinksTable;
  estimate_certificates: EstimateCertificatesTable;
  estimate_decisions: EstimateDecisionsTable;
  estimate_documents: EstimateDocumentsTable;
  estimate_facts: EstimateFactsTable;
  estimate_links: EstimateLinksTable;
  estimate_revisions: EstimateRevisionsTable;
  estimate_standings: EstimateStandingsTable;
  events: EventsTable;
  field_definitions: FieldDefinitionsTable;
  file_uses: FileUsesTable;
  files: FilesTable;
  fulfilment_lines: FulfilmentLinesTable;
  fulfilments: FulfilmentsTable;
  guest_carts: GuestCartsTable;
  idempotency_keys: IdempotencyKeysTable;
  import_files: ImportFilesTable;
  import_notices: ImportNoticesTable;
  import_refused_rows: ImportRefusedRowsTable;
  imports: ImportsTable;
  invitations: InvitationsTable;
  letterheads: LetterheadsTable;
  mail_templates: MailTemplatesTable;
  mails: MailsTable;
  memberships: MembershipsTable;
  order_activity: OrderActivityTable;
  order_charges: OrderChargesTable;
  order_discounts: OrderDiscountsTable;
  order_lines: OrderLinesTable;
  order_messages: OrderMessagesTable;
  order_number_counters: OrderNumberCountersTable;
  order_presence: OrderPresenceTable;
  order_templates: OrderTemplatesTable;
  orders: OrdersTable;
  page_wants: PageWantsTable;
  pickup_places: PickupPlacesTable;
  picture_fetches: PictureFetchesTable;
  picture_wants: PictureWantsTable;
  price_rows: PriceRowsTable;
  product_categories: ProductCategoriesTable;
  product_charges: ProductChargesTable;
  product_images: ProductImagesTable;
  products: ProductsTable;
  schema_migrations: SchemaMigrationsTable;
  search_words: SearchWordsTable;
  shipment_lines: ShipmentLinesTable;
  shipments: ShipmentsTable;
  shipping_rates: ShippingRatesTable;
  shipping_zones: ShippingZonesTable;
  staff: StaffTable;
  staff_credentials: StaffCredentialsTable;
  staff_password_resets: StaffPasswordResetsTable;
  staff_second_factors: StaffSecondFactorsTable;
  staff_sessions: StaffSessionsTable;
  staff_used_codes: StaffUsedCodesTable;
  staff_verifications: StaffVerificationsTable;
  stock_levels: StockLevelsTable;
  stock_reservations: StockReservationsTable;
  tax_rates: TaxRatesTable;
  unit_lists: UnitListsTable;
  variants: VariantsTable;
};
