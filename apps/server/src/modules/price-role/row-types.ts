export type PriceRoleRow = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly isDefault: boolean;
  readonly customerCount: number;
  readonly companyCount: number;
  readonly priceCount: number;
  readonly buyerRuleCount: number;
  readonly productCount: number;
};

export type RolePriceRow = {
  readonly id: string;
  readonly productId: string;
  readonly productCode: string;
  readonly productName: string;
  readonly sku: string | null;
  readonly currency: string;
  readonly quantity: number;
  readonly extendedPrice: string;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
};

/** What a role pays for one product; prices in the currency of the account, major units as plain decimals. */
export type ProductRolePricesRow = {
  readonly roleId: string;
  readonly roleName: string;
  readonly version: number;
  readonly code: string;
  readonly breaks: readonly { readonly quantity: number; readonly extendedPrice: string }[];
  readonly variantCount: number;
};
