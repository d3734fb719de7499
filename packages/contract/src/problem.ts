// The one table of everything the API can say no with. A refusal of the domain without a line here does not compile.
import type { RefusalCode } from '@backdesk/domain/core/refusal.ts';
import type { z } from 'zod';
import type { problemBody } from './problem-body.ts';

export type RequestProblemCode =
  | 'request.malformed_json'
  | 'request.too_large'
  | 'request.unsupported_media_type'
  | 'request.invalid'
  | 'request.unauthenticated'
  | 'request.forbidden'
  | 'request.cross_site'
  | 'request.not_found'
  | 'request.method_not_allowed'
  | 'request.in_flight'
  | 'request.idempotency_mismatch'
  | 'request.rate_limited'
  | 'session.wrong_credentials'
  | 'not_found'
  | 'order.conflict'
  | 'conflict'
  | 'customer.email_taken'
  | 'customer.number_taken'
  | 'company.name_taken'
  | 'company.number_taken'
  | 'price_role.name_taken'
  | 'price_role.in_use'
  | 'category.code_taken'
  | 'discount.code_taken'
  | 'product.code_taken'
  | 'product_edit.running'
  | 'product_edit.undone'
  | 'product_edit.nothing_to_undo'
  | 'variant.sku_taken'
  | 'variant.last'
  | 'field.built_in'
  | 'estimate.gone'
  | 'staff.already_member'
  | 'invitation.gone'
  | 'password_reset.gone'
  | 'mail.link_spent'
  | 'mail.link_revoked'
  | 'estimate.link_revoked'
  | 'bounce.unknown_mail'
  | 'bounce.not_sent'
  | 'bounce.not_a_report'
  | 'bounce.not_failed'
  | 'session.code_required'
  | 'session.wrong_code'
  | 'second_factor.already_on'
  | 'second_factor.off'
  | 'second_factor.own_first'
  | 'staff.works_elsewhere'
  | 'import.unreadable'
  | 'site.sign_in_off'
  | 'site.registration_off'
  | 'site.not_approved'
  | 'site.no_email'
  | 'cart_link.not_saved'
  | 'cart_link.gone'
  | 'file.empty'
  | 'file.not_taken'
  | 'file.lies'
  | 'file.broken'
  | 'file.too_many_pixels'
  | 'file.locked'
  | 'file.has_script'
  | 'database.unavailable'
  | 'internal_error';

export type ProblemCode = RefusalCode | RequestProblemCode;

type Entry = { readonly status: number; readonly title: string };

/** Status and title of each code. `title` is for people who connect an ERP; screens have texts of their own. */
export const problems = {
  'request.malformed_json': { status: 400, title: 'The body is not valid JSON.' },
  'request.too_large': { status: 413, title: 'The body is larger than this address accepts.' },
  'request.unsupported_media_type': { status: 415, title: 'The body has a type this address does not accept.' },
  'request.invalid': { status: 422, title: 'Some fields are missing, unknown or have a value that is not allowed.' },
  'request.unauthenticated': { status: 401, title: 'Sign in or send an API key.' },
  'request.forbidden': { status: 403, title: 'Your roles do not allow this.' },
  'request.cross_site': { status: 403, title: 'A write with a session cookie must come from this site.' },
  'request.not_found': { status: 404, title: 'There is nothing at this address.' },
  'request.method_not_allowed': { status: 405, title: 'This address does not take this method.' },
  'request.in_flight': { status: 409, title: 'The same request is still being worked on. Try again shortly.' },
  'request.idempotency_mismatch': { status: 422, title: 'This idempotency key was used with another request.' },
  'request.rate_limited': { status: 429, title: 'Too many attempts. Wait before the next one.' },
  'session.wrong_credentials': { status: 401, title: 'Email or password is wrong.' },
  not_found: { status: 404, title: 'It does not exist, or not in this account.' },
  'order.conflict': { status: 409, title: 'Someone else changed this since you read it.' },
  conflict: { status: 409, title: 'Someone else changed this since you read it.' },
  'customer.email_taken': { status: 409, title: 'Another customer has this email address.' },
  'customer.number_taken': { status: 409, title: 'Another customer has this number.' },
  'company.name_taken': { status: 409, title: 'Another company has this name.' },
  'company.number_taken': { status: 409, title: 'Another company has this number.' },
  'price_role.name_taken': { status: 409, title: 'Another price role has this name.' },
  'price_role.in_use': { status: 409, title: 'Customers, companies, prices or products have this price role.' },
  'discount.code_taken': { status: 409, title: 'Another discount has this code.' },
  'category.code_taken': { status: 409, title: 'Another category has this code.' },
  'product.code_taken': { status: 409, title: 'Another product has this code.' },
  'product_edit.running': { status: 409, title: 'This change is still being made. Undo it when it is done.' },
  'product_edit.undone': { status: 409, title: 'This change was undone already.' },
  'product_edit.nothing_to_undo': { status: 409, title: 'This change changed nothing that could be put back.' },
  'variant.sku_taken': { status: 409, title: 'Another variant has this SKU.' },
  'variant.last': { status: 409, title: 'A product keeps at least one variant. Delete the product, or take it off sale.' },
  'field.built_in': { status: 409, title: 'This field is built in: it can be switched off, not deleted.' },
  'estimate.gone': { status: 410, title: 'This estimate is no longer available.' },
  'staff.already_member': { status: 409, title: 'This person belongs to the account already.' },
  'invitation.gone': { status: 410, title: 'This invitation was used, taken back or has expired.' },
  'session.code_required': { status: 401, title: 'The password is right; send the code of the second factor with it.' },
  'session.wrong_code': { status: 401, title: 'The code is wrong, too old, or was used already.' },
  'second_factor.already_on': { status: 409, title: 'There is a second factor already.' },
  'second_factor.off': { status: 409, title: 'There is no second factor.' },
  'second_factor.own_first': { status: 409, title: 'Set up a second factor of your own before you ask it of others.' },
  'staff.works_elsewhere': { status: 409, title: 'This person also works for another account. Reset it at the command line.' },
  'bounce.unknown_mail': { status: 404, title: 'No mail that left from here is named in this.' },
  'bounce.not_sent': { status: 409, title: 'This mail was not handed over to a mail server, so it cannot have come back.' },
  'bounce.not_a_report': { status: 422, title: 'This is no report of a mail server. Save the mail that came back as a file (.eml) and choose that.' },
  'bounce.not_failed': { status: 409, title: 'This report does not say that the mail came back: it may still arrive.' },
  'estimate.link_revoked': { status: 409, title: 'The customer’s link was revoked, so nobody would get this. Sending them an estimate makes a new link.' },
  'mail.link_revoked': { status: 409, title: 'The link in this mail was revoked. Send the estimate again: it gets a new link.' },
  'mail.link_spent': { status: 409, title: 'The link of this mail works once and is not kept. Invite the person, or ask for the password, again.' },
  'password_reset.gone': { status: 410, title: 'This link was used already or has expired. Ask for a new one.' },
  'site.sign_in_off': { status: 409, title: 'Customers do not sign in to this site.' },
  'site.registration_off': { status: 409, title: 'This store does not take registrations.' },
  'site.not_approved': { status: 403, title: 'The store has not let you in yet.' },
  'cart_link.not_saved': { status: 409, title: 'Only a saved cart can be shared.' },
  'cart_link.gone': { status: 410, title: 'This link has ended. Ask for a new one.' },
  'site.no_email': { status: 409, title: 'The customer has no email address to invite.' },
  'import.unreadable': { status: 422, title: 'The file could not be read.' },
  'file.empty': { status: 422, title: 'The file is empty.' },
  'file.not_taken': { status: 422, title: 'Files of this kind are not taken.' },
  'file.lies': { status: 422, title: 'The file is not what its name says.' },
  'file.broken': { status: 422, title: 'The file cannot be opened: it is damaged or cut short.' },
  'file.too_many_pixels': { status: 422, title: 'The picture has too many pixels.' },
  'file.locked': { status: 422, title: 'The file asks for a password: save it without one.' },
  'file.has_script': { status: 422, title: 'The drawing could run a script or fetch something.' },
  'database.unavailable': { status: 503, title: 'The database cannot be reached right now. Try again shortly.' },
  internal_error: { status: 500, title: 'Something went wrong on our side.' },

  'order.not_editable': { status: 409, title: 'The order can no longer be changed in this stage.' },
  'order.no_such_transition': { status: 409, title: 'The order cannot do this in its stage.' },
  'order.no_lines': { status: 422, title: 'The order has no lines.' },
  'order.moved': { status: 409, title: 'The total is no longer what you expected.' },
  'order.not_submittable': { status: 422, title: 'The order cannot be submitted yet.' },
  'order.customer_inactive': { status: 422, title: 'The customer is not active.' },
  'order.customer_missing': { status: 422, title: 'The order has no customer.' },
  'order.negative_total': { status: 422, title: 'The total would be negative.' },
  'order.has_shipped': { status: 409, title: 'Something of this order has shipped. Take the shipping back first, if it did not leave after all.' },
  'order.not_shippable': { status: 409, title: 'Only a submitted order is shipped.' },
  'order.nothing_to_ship': { status: 409, title: 'Nothing of this is still to be shipped.' },
  'order.over_shipped': { status: 409, title: 'That is more than is still to be shipped.' },
  'fulfilment.not_found': { status: 404, title: 'There is no such shipping of this order, or it was taken back already.' },
  'line.not_found': { status: 404, title: 'The order has no such line.' },
  'line.below_minimum': { status: 422, title: 'The quantity is below the smallest that is sold.' },
  'line.over_maximum': { status: 422, title: 'The quantity is over the largest that is sold.' },
  'line.not_in_increment': { status: 422, title: 'The product is not sold in this quantity.' },
  'line.no_price': { status: 422, title: 'There is no price for this customer, date and currency.' },
  'line.product_unavailable': { status: 422, title: 'The product is not sold, or not to this customer.' },
  'line.short_of_stock': { status: 422, title: 'There is not enough in stock.' },
  'line.override_out_of_range': { status: 422, title: 'The price is outside what is allowed.' },
  'line.discount_out_of_range': { status: 422, title: 'The discount is outside what is allowed.' },
  'line.below_floor': { status: 422, title: 'The price is below the lowest that you may give.' },
  'line.quantity_out_of_range': { status: 422, title: 'The quantity is outside what is allowed.' },
  'line.configuration_missing': { status: 422, title: 'A required option has no answer.' },
  'line.configuration_unknown': { status: 422, title: 'This option or this answer is not offered.' },
  'line.configuration_too_long': { status: 422, title: 'The text is longer than this option takes.' },
  'line.configuration_invalid': { status: 422, title: 'This answer is not what the option takes.' },
  'line.part_stays': { status: 422, title: 'A part stays in its bundle. Remove the bundle, or add the parts on their own.' },
  'line.charge_stays': { status: 422, title: 'This charge stays as long as the line it hangs on.' },
  'line.price_agreed': { status: 422, title: 'The price of this line was agreed: it is kept as it is, or removed.' },
  'line.choice_open': { status: 422, title: 'Of a group of lines none is chosen.' },
  'discount.out_of_range': { status: 422, title: 'The discount is outside what is allowed.' },
  'discount.exceeds_base': { status: 422, title: 'The discount is larger than what it is taken from.' },
  'discount.not_valid': { status: 422, title: 'This discount cannot be used on this order.' },
  'shipping.address_missing': { status: 422, title: 'The shipping address is missing.' },
  'shipping.address_stale': { status: 422, title: 'The shipping address needs another look.' },
  'shipping.country_not_served': { status: 422, title: 'We do not ship to this country.' },
  'shipping.quantities_differ': { status: 422, title: 'The shipments hold more or less of a line than is ordered.' },
  'shipping.method_missing': { status: 422, title: 'The shipping method is missing.' },
  'shipping.method_stale': { status: 422, title: 'The shipping method needs another look.' },
  'shipping.method_not_serving': { status: 422, title: 'The shipping method does not serve this shipment.' },
  'billing.address_missing': { status: 422, title: 'The billing address is missing.' },
  'billing.stale': { status: 422, title: 'Billing and payment need another look.' },
  'payment.missing': { status: 422, title: 'The payment is missing.' },
  'payment.not_allowed': { status: 422, title: 'This customer may not pay this way.' },
  'payment.too_small': { status: 422, title: 'The payment does not cover the total.' },
  'fields.missing': { status: 422, title: 'A required field is empty.' },
  'estimate.no_lines': { status: 422, title: 'An estimate needs at least one line.' },
  'template.name_taken': { status: 409, title: 'Another template has this name.' },
  'estimate.already_sent': { status: 409, title: 'The estimate has left already: it cannot be taken back.' },
  'estimate.not_accepted': { status: 409, title: 'This revision was not accepted.' },
  'estimate.not_open': { status: 409, title: 'This estimate is not open any more.' },
  'estimate.not_found': { status: 404, title: 'There is no such estimate.' },
  'estimate.valid_until_past': { status: 422, title: 'The day it is valid until has passed.' },
  'estimate.choice_not_offered': { status: 422, title: 'The estimate does not leave this to be chosen.' },
  'estimate.quantity_out_of_bounds': { status: 422, title: 'The quantity is outside the bounds that the estimate gives.' },
  'estimate.drifted': { status: 409, title: 'The prices of the accepted estimate no longer hold, and the total is another now.' },
  'estimate.needs_reissue': {
    status: 409,
    title: 'What was kept of this revision does not come to the total on it, so it cannot be accepted. Issue it again: the next one can.',
  },
  'estimate.not_deliverable': { status: 409, title: 'Some of it cannot be delivered any more, so nothing was accepted. Leave it out, or ask for changes.' },
  'order.differs_from_accepted': { status: 409, title: 'The order is not what the customer accepted: drop the changes, or issue it again.' },
  'category.within_itself': { status: 422, title: 'A category cannot be put into itself or one of its own.' },
  'category.too_deep': { status: 422, title: 'There would be too many categories one in the other.' },
  'staff.last_owner': { status: 409, title: 'The account needs at least one active owner.' },
} as const satisfies Record<ProblemCode, Entry>;

export type ProblemBody = z.infer<typeof problemBody>;
