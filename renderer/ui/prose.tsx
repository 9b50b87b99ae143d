/**
 * Thai is written without blanks, and a browser parts a line between any two of its words; within these it must not. Nor within a
 * number: `081 234 5678`; and `IT.` is no line.
 */
const whole =
  /(ฝ่ายไอที|ไม่ได้รับ|ไม่ได้|นานสุด|ไม่ตอบ|เชื่อถือ|รวมถึง|หรือไม่|เช่นเดิม|ตรวจสอบ|ลองใหม่เอง|รายชื่อ|ตั้งค่า|ใบรับรอง|เสียงสนทนา|ส่งออก|หมายเหตุ|ที่ว่าง|พร็อกซี|โทรออก|ที่นี่|ที่อยู่|รูปแบบ|(?:ask|tell) IT\b|\+?\d+(?: \d+)+)/;

export function Prose({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(whole).map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <span key={`${index}`} class="whole">
            {part}
          </span>
        ),
      )}
    </>
  );
}
