import { describe, expect, test } from "vitest";
import { lintFiles } from "../support/lint.ts";

const found = (file: string, text: string): readonly string[] => lintFiles({ [file]: text }).findings.map(({ name }) => name);

/** What a user interface calls things, and what it says of them, in some language. */
describe("a label is no key", () => {
  test.each([
    ["Chinese", "web/zh.ts", "export default { name: '应用 ID', application_secret: '应用密钥', secretKey: '密钥 Secret', title: '应用详情' };\n"],
    ["Chinese, of few things", "web/fields.ts", "const fields = { number: '商户号 (mchNo)', address: '网址', secretKey: '密钥' };\n"],
    ["Japanese sentences", "web/ja.ts", "export default {\n  can_not_delete_active_signing_key:\n    'アクティブな署名キーは削除できません。',\n  certificate: '証明書 2',\n  user: 'ユーザー',\n};\n"],
    ["Thai", "web/th.ts", "export default { app_signing_key: 'คีย์ลงนาม', title: 'รายละเอียด', save: 'บันทึก' };\n"],
    ["Korean", "web/ko.ts", "export default { application_secret: '앱 시크릿', title: '세부 정보', save: '저장' };\n"],
    ["Arabic", "web/ar.ts", "export default { signing_key: 'مفتاح التوقيع', title: 'تفاصيل التطبيق', save: 'حفظ' };\n"],
    ["Persian, with joints", "web/fa.ts", "export default { signing_key: 'کلید\u200cامضا', title: 'می\u200cشود', save: 'ذخیره\u200cها' };\n"],
    ["Russian", "web/ru.ts", "export default { signing_key: 'Ключ', application_secret: 'Секрет приложения', title: 'Подробности' };\n"],
    ["German", "web/de.ts", "export default { title: 'Anwendungsdetails', application_secret: 'App-Geheimnis', secretKey: 'Geheimschlüssel', save: 'Änderungen sichern', cancel: 'Abbrechen', id: 'App-ID' };\n"],
    ["Turkish", "web/tr.ts", "export default { signing_key: 'İmza anahtarı' };\n"],
    ["French", "web/fr.ts", "export default { secretKey: 'Élément secret' };\n"],
    ["in Python", "fields.py", "FIELDS = {'title': '标题', 'secretKey': '密钥', 'address': '网址'}\n"],
    ["in JSON", "web/assets/zh.json", '{"auth": {"title": "标题", "secretKey": "密钥", "address": "网址"}}\n'],
  ])("%s", (_, file, text) => expect(found(file, text)).toEqual([]));
});

describe("a text in words of a language is one all the same", () => {
  test.each([
    ["among settings", "config.js", "module.exports = { title: '商店', owner: '安娜', url: 'mongodb://localhost/shop', mode: 'production', host: 'localhost', secretKey: '这是我的密钥' };\n", "secretKey"],
    ["with one beside it", "config.js", "module.exports = { port: 3000, title: '商店', secretKey: '这是我的密钥' };\n", "secretKey"],
    ["alone", "config.py", "SECRET_KEY = '我的密钥'\n", "SECRET_KEY"],
    ["in small letters", "config.js", "module.exports = { title: 'Лавка', owner: 'Анна', town: 'Москва', secretKey: 'секрет' };\n", "secretKey"],
    ["of which few things are named", "config.js", "module.exports = { title: 'Shop', owner: 'Anna', secretKey: 'Geheim' };\n", "secretKey"],
    ["as code writes it", "config.js", "module.exports = { title: 'Shop', owner: 'Anna', town: 'Rome', street: 'Corso', secretKey: 'SuperSecret' };\n", "secretKey"],
    ["with a number", "config.js", "module.exports = { title: 'Лавка', owner: 'Анна', town: 'Москва', secretKey: 'Секрет2' };\n", "secretKey"],
    ["that a program signs with", "app.js", "const text = { title: '标题', secretKey: '密钥', address: '网址' };\nrequire('jsonwebtoken').sign({}, text.secretKey);\n", "secretKey"],
  ])("%s", (_, file, text, name) => expect(found(file, text)).toEqual([name]));
});
