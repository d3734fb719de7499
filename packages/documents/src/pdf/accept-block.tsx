import { Link, Path, Svg, Text, View } from '@react-pdf/renderer';
import qrcode from 'qrcode-generator';
import { styles } from './style.ts';

const size = 68;

/** One path of squares: a code of rectangles would be a thousand elements. */
function codeOf(link: string): { readonly modules: number; readonly path: string } {
  const code = qrcode(0, 'M');
  code.addData(link);
  code.make();
  const modules = code.getModuleCount();
  const places = Array.from({ length: modules * modules }, (_, at) => [Math.floor(at / modules), at % modules] as const);
  const path = places.flatMap(([row, column]) => (code.isDark(row, column) ? [`M${column} ${row}h1v1h-1z`] : [])).join('');
  return { modules, path };
}

/** How the customer answers: a code to scan and the same address to type. */
export function AcceptBlock({ link }: { readonly link: string }) {
  const { modules, path } = codeOf(link);
  return (
    <View style={styles.accept} wrap={false}>
      <Svg width={size} height={size} viewBox={`0 0 ${modules} ${modules}`}>
        <Path d={path} fill="#000000" />
      </Svg>
      <View style={styles.item}>
        <Text style={styles.strong}>To answer</Text>
        <Text>Scan, or open</Text>
        <Link src={link} style={styles.address}>
          {link}
        </Link>
        <Text style={styles.soft}>There you accept it, ask for changes or decline. No sign-in.</Text>
      </View>
    </View>
  );
}
