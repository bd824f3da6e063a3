<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
  <context>
    <name>Praya</name>
    <message>
      <location filename="../../app/ui/pages/carried.py" />
      <source> and </source>
      <translation>及</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>&amp;Edit</source>
      <translation>編輯(&amp;E)</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>&amp;File</source>
      <translation>檔案(&amp;F)</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>&amp;Go</source>
      <translation>前往(&amp;G)</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>&amp;Help</source>
      <translation>說明(&amp;H)</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>&amp;Return</source>
      <translation>申報表(&amp;R)</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>&amp;Sign</source>
      <translation>簽署(&amp;S)</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>&amp;Tools</source>
      <translation>工具(&amp;T)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>(the first {n} are listed)</source>
      <translation>（列出首 {n} 個）</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/legend.py" />
      <source>, </source>
      <translation>、</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/panel.py" />
      <source>, difference {difference}</source>
      <translation>，差額 {difference}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>1  The workbook</source>
      <translation>1　試算表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>2  What would change</source>
      <translation>2　會有甚麼更改</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>3  What is wrong</source>
      <translation>3　有甚麼問題</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>A calculation on what the return says of its reporting time, not an instruction. Nothing is written to the return, and nothing is moved.</source>
      <translation>此頁只是按申報表截算時間的數字作出的計算，並非指示。申報表沒有任何更改，亦沒有移動任何資產。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>A column such as “client-cold” can say two things at once</source>
      <translation>例如「client-cold」一欄，可同時表示兩項資料</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>A comment is optional.</source>
      <translation>意見可以不填。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>A copy of a return that was signed here, with a time-stamp that proves when.</source>
      <translation>在此簽署的申報表的副本，附有證明簽署時間的時間戳。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>A copy of the draft under {pack} is made; the original stays as it is.</source>
      <translation>已按 {pack} 製作草稿的副本；原稿保持不變。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/readiness.py" />
      <source>A correction has taken its place; file that one.</source>
      <translation>已由更正申報表取代；請遞交更正的一份。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>A file of evidence</source>
      <translation>證據檔案</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/movement_view.py" />
      <source>A large change</source>
      <translation>大幅變動</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>A new incident</source>
      <translation>新的事故</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingsmodel.py" />
      <source>A note</source>
      <translation>提示</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>A pack holds the schemas, the form and the rules of one return. Add one from a folder, a zip archive or a single XSD.</source>
      <translation>格式包載有一種申報表的結構、表格及規則。可從資料夾、zip 檔或單一 XSD 加入。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/left_words.py" />
      <source>A receipt is recorded</source>
      <translation>已記錄回執</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>A return comes here once it is approved and signed. Signed is not filed: record the receipt when it arrives.</source>
      <translation>申報表經批核及簽署後會在此顯示。簽署不等於遞交：收到回執後請記錄。</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>A time-stamp of {authority} proves that it existed at {moment}.</source>
      <translation>{authority} 的時間戳證明它於 {moment} 已經存在。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/field.py" />
      <source>A value is required here.</source>
      <translation>此欄必須填寫。</translation>
    </message>
    <message>
      <location filename="../../app/ui/about.py" />
      <source>A zip file for whoever helps you: versions of the program, names and hashes of the schema packs, the layout of the workspace with the number of its rows, your choices as far as they are words of the program, and the log.

Amounts, names, addresses, paths, passwords and PINs are masked or were never written. Nothing is sent. Every file in it is plain text: look at it before you hand it on.</source>
      <translation>一個 zip 檔案，供協助你的人使用：程式版本、格式包的名稱及雜湊值、工作區的結構及行數、屬程式用語的選項，以及記錄檔。

金額、姓名、地址、路徑、密碼及 PIN 均已遮蓋或從未寫入。不會傳送任何資料。內裏全是純文字，交出前可先查看。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>About</source>
      <translation>關於</translation>
    </message>
    <message>
      <location filename="../../app/ui/about.py" />
      <source>About Praya</source>
      <translation>關於 Praya</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/editor.py" />
      <source>About the chosen field</source>
      <translation>所選欄位的說明</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/group.py" />
      <source>Add</source>
      <translation>加入</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_adding.py" />
      <source>Add a pack</source>
      <translation>加入格式包</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Add a profile…</source>
      <translation>加入匯入設定…</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/table.py" />
      <source>Add a row to “{what}”</source>
      <translation>在「{what}」加一行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>Add a signature</source>
      <translation>加入簽署</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>Add a text inside the chosen element</source>
      <translation>在所選元素內加入文字</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>Add an attribute to the chosen element</source>
      <translation>為所選元素加入屬性</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>Add an element inside the chosen one</source>
      <translation>在所選元素內加入元素</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Add comment</source>
      <translation>加入意見</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/table.py" />
      <source>Add row</source>
      <translation>加一行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/incidents.py" />
      <source>Add the schema pack of a return that answers an event; its incidents appear here.</source>
      <translation>加入為事件而設的申報表格式包；其事故會在此顯示。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>Add the schema pack of a return that your firm owes; its deadlines appear here.</source>
      <translation>請加入貴公司須遞交的申報表的格式包；其限期會在此顯示。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>Add this signature</source>
      <translation>加入此簽署</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/group.py" />
      <source>Add “{what}”</source>
      <translation>加入「{what}」</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Address of the authority's server</source>
      <translation>機構伺服器的地址</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Add…</source>
      <translation>加入…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>After</source>
      <translation>之後</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/backup_settings.py" />
      <source>After changes, a copy is made, opened and read before it counts. The last {n} are kept in {folder}. Copy that folder to another place from time to time: it lies on the same disk.</source>
      <translation>有更改後會製作副本，並開啟及讀取核實後才作準。最近 {n} 份保存於 {folder}。請不時將該資料夾複製到其他地方，因為它位於同一磁碟。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/movement_view.py" />
      <source>Against {period}, filed</source>
      <translation>與已遞交的 {period} 比較</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>All changes</source>
      <translation>所有更改</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/receipt.py" />
      <source>All files (*)</source>
      <translation>所有檔案 (*)</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>All findings</source>
      <translation>所有檢查結果</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/returns.py" />
      <source>All states</source>
      <translation>所有狀態</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>All values of the report before it are carried over; the number goes on.</source>
      <translation>前一份報告的所有數值會結轉，編號順延。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Another person has to approve it first.</source>
      <translation>須先由另一人批核。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>Another person signs the same file with another key.</source>
      <translation>由另一人以另一密鑰簽署同一檔案。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/ready_view.py" />
      <source>Another person than the preparers approved exactly this content.</source>
      <translation>擬備人以外的另一人已批核這份內容。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Any signed XML or container: the answer is valid, not valid, or cannot be determined.</source>
      <translation>任何已簽署的 XML 或容器：答案為有效、無效或無法判定。</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Approve</source>
      <translation>批核</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Approve as {name}</source>
      <translation>以「{name}」的名義批核</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Approve the return</source>
      <translation>批核申報表</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Approved</source>
      <translation>已批核</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Apr</source>
      <translation>4月</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>April</source>
      <translation>4月</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Archives (*.zip)</source>
      <translation>壓縮檔 (*.zip)</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>Arrow keys move from point to point, T shows the table.</source>
      <translation>方向鍵逐點移動，按 T 顯示表格。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingstools.py" />
      <source>As a list (.xlsx)…</source>
      <translation>匯出為清單 (.xlsx)…</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/rowactions.py" />
      <source>As in the return</source>
      <translation>按申報表次序</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>As text</source>
      <translation>以文字顯示</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/settings.py" />
      <source>As the system</source>
      <translation>跟隨系統</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Ask the server…</source>
      <translation>向伺服器索取…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Asset</source>
      <translation>資產</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Assets and what to move to cold storage</source>
      <translation>各項資產及移往冷儲存的數量</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>Attribute</source>
      <translation>屬性</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Aug</source>
      <translation>8月</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>August</source>
      <translation>8月</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Back up into a folder</source>
      <translation>備份至資料夾</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Back up…</source>
      <translation>備份…</translation>
    </message>
    <message>
      <location filename="../../app/ui/assistance.py" />
      <source>Backed up to {file}; the copy was opened and read.</source>
      <translation>已備份至 {file}；備份已開啟並讀取核對。</translation>
    </message>
    <message>
      <location filename="../../app/ui/restoring.py" />
      <source>Backup (a .praya file)</source>
      <translation>備份（.praya 檔案）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/backup_settings.py" />
      <source>Backups</source>
      <translation>備份</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Before</source>
      <translation>之前</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_list.py" />
      <source>Begin</source>
      <translation>開始</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/incidents.py" />
      <source>Begin a report when something happens: its number, its clocks and the reports that follow it are kept together here.</source>
      <translation>發生事故時開始一份報告：其編號、時限及後續報告都會集中在此。</translation>
    </message>
    <message>
      <location filename="../../app/ui/palette.py" />
      <source>Begin: {what}</source>
      <translation>開始：{what}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/xmlfiles.py" />
      <source>Beside its values the file holds {what}. “Save as XML” keeps what is no signature; what is signed will not hold it.</source>
      <translation>除數值外，檔案還載有{what}。「另存為 XML」會保留簽署以外的這些內容，但簽署的版本不會載有。</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/legend.py" />
      <source>Beyond the limit</source>
      <translation>超出限度</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Blocking</source>
      <translation>必須更正</translation>
    </message>
    <message>
      <location filename="../../app/ui/restoring.py" />
      <source>Browse…</source>
      <translation>瀏覽…</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>By month</source>
      <translation>按月</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>By rule</source>
      <translation>按規則</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>By table</source>
      <translation>按表格</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Bytes</source>
      <translation>位元組</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>CE number (three letters, three digits)</source>
      <translation>中央編號（三個字母、三個數字）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>Calendar</source>
      <translation>日曆</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>Calendars (*.ics)</source>
      <translation>日曆 (*.ics)</translation>
    </message>
    <message>
      <location filename="../../app/ui/about.py" />
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Cannot be determined</source>
      <translation>未能確定</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>Carried forward from the last return by {by}, {at}</source>
      <translation>由 {by} 自上一份申報表承前，{at}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>Carried forward from {period}</source>
      <translation>由 {period} 結轉</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>Carried forward from {period}: {what}.</source>
      <translation>由 {period} 結轉：{what}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Carry forward</source>
      <translation>結轉</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_columns.py" />
      <source>Cell</source>
      <translation>儲存格</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/originview.py" />
      <source>Cells of the workbook, read-only</source>
      <translation>工作簿的儲存格，唯讀</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>Certainty</source>
      <translation>確定程度</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Certificate of an authority</source>
      <translation>核證機關的證書</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
      <translation>證書 (*.pem *.crt *.cer);;所有檔案 (*)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Certificate…</source>
      <translation>證書…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/movement_view.py" />
      <source>Change</source>
      <translation>變動</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_columns.py" />
      <source>Changed</source>
      <translation>更改</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/changed.py" />
      <source>Changed: {name}, from {before} to {after}.</source>
      <translation>已更改：{name}，由{before}改為{after}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>Changes</source>
      <translation>變更</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>Changes and drafts</source>
      <translation>變更及草稿</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>Chart</source>
      <translation>圖表</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>Chart: {title}</source>
      <translation>圖表：{title}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>Check</source>
      <translation>檢查</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>Check the return (F8)</source>
      <translation>檢查申報表（F8）</translation>
    </message>
    <message>
      <location filename="../../app/ui/steps.py" />
      <source>Check the return first; nothing may stand in the way.</source>
      <translation>請先檢查申報表；不可有任何事項有待處理。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingswords.py" />
      <source>Checked {when}, changed since then</source>
      <translation>已於 {when} 檢查，其後有改動</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingswords.py" />
      <source>Checked {when}, unchanged since</source>
      <translation>已於 {when} 檢查，其後未有改動</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>Checking…</source>
      <translation>檢查中……</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Choose a correction, or a return that was corrected.</source>
      <translation>請選擇一份更正，或一份已更正的申報表。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/panel.py" />
      <source>Choose a field first.</source>
      <translation>請先選擇欄位。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/panel.py" />
      <source>Choose a field to see what it means.</source>
      <translation>選擇一個欄位以查看其意思。</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>Choose a file and say who acts.</source>
      <translation>請選擇檔案並填寫操作人。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Choose a file…</source>
      <translation>選擇檔案…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Choose a key file (.p12)…</source>
      <translation>選擇密鑰檔案（.p12）…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Choose a return that is signed, not yet filed.</source>
      <translation>請選擇一份已簽署（未遞交）的申報表。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Choose a workbook first.</source>
      <translation>請先選擇試算表。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Choose a workbook…</source>
      <translation>選擇試算表…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Choose one: you see cell by cell what would change and what is wrong, before anything changes. Or drop it anywhere on this window. The columns of a workbook of another layout are matched once.</source>
      <translation>選擇一份工作簿：在任何內容更改之前，你會逐格看到將有何更改及有何錯誤。亦可把它拖放到本視窗任何位置。其他版面的工作簿，欄位只需配對一次。</translation>
    </message>
    <message>
      <location filename="../../app/ui/restoring.py" />
      <source>Choose the backup.</source>
      <translation>請選擇備份。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>Choose the key and show its certificate first.</source>
      <translation>請先選擇密鑰並顯示其證書。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>Choose the key of the person who signs. It stays where it is.</source>
      <translation>選擇簽署人的密鑰。密鑰會留在原處。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Choose the token's driver…</source>
      <translation>選擇密鑰裝置的驅動程式…</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/choiceswitch.py" />
      <source>Choose…</source>
      <translation>請選擇…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_claims.py" />
      <source>City</source>
      <translation>城市</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_claims.py" />
      <source>City where it is signed</source>
      <translation>簽署所在城市</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/rowactions.py" />
      <source>Clear</source>
      <translation>清除</translation>
    </message>
    <message>
      <location filename="../../app/ui/about.py" />
      <source>Close</source>
      <translation>關閉</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/notice.py" />
      <source>Close the message</source>
      <translation>關閉訊息</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Close the return</source>
      <translation>關閉申報表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/incidents.py" />
      <source>Closed</source>
      <translation>已結束</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingsmodel.py" />
      <source>Code</source>
      <translation>代碼</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Cold ratio by value</source>
      <translation>按價值的冷儲存比率</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>Column</source>
      <translation>欄</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>Columns of the sheet</source>
      <translation>工作表各欄</translation>
    </message>
    <message>
      <location filename="../../app/ui/palette.py" />
      <source>Commands</source>
      <translation>指令</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Comment</source>
      <translation>意見</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Comment…</source>
      <translation>意見…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>Compare</source>
      <translation>比較</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>Compare packs</source>
      <translation>比較格式包</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Compare with the correction…</source>
      <translation>與更正比較…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Compare with the original…</source>
      <translation>與原申報表比較…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>Compare {pack} with</source>
      <translation>把 {pack} 與以下格式包比較</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Compare…</source>
      <translation>比較…</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>Computed</source>
      <translation>由程式計算</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/gridmodel.py" />
      <source>Computed: {how}</source>
      <translation>計算方法：{how}</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>Content of {name}, by {pack} and its rules as they stand now: {blocking} blocking, {explain} to explain.</source>
      <translation>{name} 的內容（按 {pack} 及其現行規則）：{blocking} 項須修正，{explain} 項須解釋。</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>Content of {name}: fits {pack} and its rules as they stand now.</source>
      <translation>{name} 的內容：符合 {pack} 及其現行規則。</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>Content of {name}: not judged. {reason}</source>
      <translation>{name} 的內容：未作判斷。{reason}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_list.py" />
      <source>Continue</source>
      <translation>繼續</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/settings.py" />
      <source>Contrast</source>
      <translation>對比</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/rowactions.py" />
      <source>Copy</source>
      <translation>複製</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingstools.py" />
      <source>Copy the chosen finding</source>
      <translation>複製所選檢查結果</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Corrected</source>
      <translation>已更正</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>Correction</source>
      <translation>更正後</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_claims.py" />
      <source>Country where it is signed, two letters</source>
      <translation>簽署所在國家或地區，兩個字母</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Cover held (HKD)</source>
      <translation>所持保障額（港元）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Cover missing (HKD)</source>
      <translation>尚欠保障額（港元）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Cover required (HKD)</source>
      <translation>所需保障額（港元）</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>Covered: {names}</source>
      <translation>已涵蓋：{names}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>Create return</source>
      <translation>建立申報表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_columns.py" />
      <source>Current</source>
      <translation>現有</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Cut</source>
      <translation>剪下</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/settings.py" />
      <source>Dark</source>
      <translation>深色</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>Date and time, such as 2026-10-31T23:59:59+08:00</source>
      <translation>日期及時間，例如 2026-10-31T23:59:59+08:00</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>Date, such as 2026-10-31</source>
      <translation>日期，例如 2026-10-31</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>Day</source>
      <translation>日期</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/receipt.py" />
      <source>Day on which it came</source>
      <translation>收到日期</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/firm_settings.py" />
      <source>Deadlines and proposals follow from this. A change is kept in the history; an empty line takes it back.</source>
      <translation>限期及建議以此為據。更改會記入紀錄；清空即撤回。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_calendar.py" />
      <source>Deadlines of {month}</source>
      <translation>{month}的期限</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Dec</source>
      <translation>12月</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>December</source>
      <translation>12月</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>Decimal number</source>
      <translation>小數</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_columns.py" />
      <source>Decision</source>
      <translation>決定</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>Detail</source>
      <translation>詳情</translation>
    </message>
    <message>
      <location filename="../../app/ui/about.py" />
      <source>Diagnostics</source>
      <translation>診斷</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Diagnostics…</source>
      <translation>診斷…</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingsmodel.py" />
      <source>Difference</source>
      <translation>差額</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>Differences between original and correction</source>
      <translation>原申報表與更正的差異</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>Direction</source>
      <translation>方向</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_adding.py" />
      <source>Document element</source>
      <translation>文件的根元素</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>Done</source>
      <translation>已完成</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/session.py" />
      <source>Done again: {step}.</source>
      <translation>已重做：{step}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/roworder.py" />
      <source>Down</source>
      <translation>下移</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Draft</source>
      <translation>草稿</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Driver of the token (PKCS#11)</source>
      <translation>密鑰裝置的驅動程式 (PKCS#11)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Drivers (*.so *.dll *.dylib);;All files (*)</source>
      <translation>驅動程式 (*.so *.dll *.dylib);;所有檔案 (*)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/returns.py" />
      <source>Due</source>
      <translation>限期</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>Due {date} ({certainty}).</source>
      <translation>限期 {date}（{certainty}）。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Due {n} day after the end of the period</source>
      <translation>申報期完結後 {n} 日內到期</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Due {n} days after the end of the period</source>
      <translation>申報期完結後 {n} 日內到期</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>Duties that no return answers</source>
      <translation>不以申報表履行的責任</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>Each month by its day with the least room</source>
      <translation>每月取餘裕最少的一日</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/roworder.py" />
      <source>Each move can be taken back with Ctrl+Z.</source>
      <translation>每次移動都可按 Ctrl+Z 復原。</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Edit the cell</source>
      <translation>編輯儲存格</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>Element</source>
      <translation>元素</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>Empty the cells</source>
      <translation>清空儲存格</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Enough by units</source>
      <translation>按單位足夠</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>Esc stops it</source>
      <translation>按 Esc 停止</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/settings.py" />
      <source>Every change, approval and signature is recorded under this name. Whoever prepared a return cannot approve it.</source>
      <translation>每項更改、批核及簽署均以此姓名記錄。擬備申報表的人不得批核該申報表。</translation>
    </message>
    <message>
      <location filename="../../app/ui/searchfield.py" />
      <source>Every command, page and return by a few letters</source>
      <translation>輸入幾個字即可找到任何指令、頁面及申報表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>Every deadline as a file (.ics) that any calendar reads</source>
      <translation>把所有限期寫成任何日曆程式都能讀取的檔案（.ics）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>Every field that is needed has its column.</source>
      <translation>所有必須填寫的欄位均有對應的欄。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Every row is left as it is; take one.</source>
      <translation>所有行均保留原狀；請採用其中一行。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/ready_view.py" />
      <source>Every value has its right form, the document fits its schema, no blocking finding is left.</source>
      <translation>所有數值格式正確，文件符合結構，沒有必須更正的檢查結果。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/ready_view.py" />
      <source>Everybody who had a hand in the return is a preparer.</source>
      <translation>所有曾經手申報表的人均屬擬備人。</translation>
    </message>
    <message>
      <location filename="../../app/ui/assistance.py" />
      <source>Everything is saved: each change is kept as it is made. File &gt; Back up… makes a copy.</source>
      <translation>全部已儲存：每項更改均即時保存。「檔案 &gt; 備份…」可製作副本。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>Everything is taken. Space leaves a row as it is, Ctrl+Space a single value.</source>
      <translation>全部採用。按空白鍵保留一行的原狀，按 Ctrl+空白鍵保留單一數值。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>Everything stays as it is but what you take.</source>
      <translation>除你所採用的內容外，全部保留原狀。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Evidence</source>
      <translation>證據</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>Evidence shows that nothing was revoked until {moment}.</source>
      <translation>證據顯示截至 {moment} 沒有證書被撤銷。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Evidence…</source>
      <translation>證據…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>Examples</source>
      <translation>例子</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingsmodel.py" />
      <source>Expected</source>
      <translation>應為</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/ready_view.py" />
      <source>Explain</source>
      <translation>解釋</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingsmodel.py" />
      <source>Explain anew: {text}</source>
      <translation>須重新解釋：{text}</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>Explain it as last time</source>
      <translation>沿用上次的解釋</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/proposalbar.py" />
      <source>Explain it as last time (Ctrl+Enter)</source>
      <translation>沿用上次的解釋（Ctrl+Enter）</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>Explain the finding</source>
      <translation>解釋該結果</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Explain the next finding</source>
      <translation>解釋下一項結果</translation>
    </message>
    <message>
      <location filename="../../app/ui/steps.py" />
      <source>Explain {n} finding</source>
      <translation>解釋 {n} 項檢查結果</translation>
    </message>
    <message>
      <location filename="../../app/ui/steps.py" />
      <source>Explain {n} findings</source>
      <translation>解釋 {n} 項檢查結果</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingsmodel.py" />
      <source>Explained: {text}</source>
      <translation>已解釋：{text}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingstools.py" />
      <source>Export</source>
      <translation>匯出</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>Export calendar</source>
      <translation>匯出日曆</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>Export calendar…</source>
      <translation>匯出日曆…</translation>
    </message>
    <message>
      <location filename="../../app/ui/steps.py" />
      <source>Export files</source>
      <translation>匯出檔案</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Export files…</source>
      <translation>匯出檔案…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Export the calculation</source>
      <translation>匯出計算結果</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingstools.py" />
      <source>Export the findings</source>
      <translation>匯出檢查結果</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Export…</source>
      <translation>匯出…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>F2 or any digit: other units</source>
      <translation>按 F2 或任何數字鍵：輸入其他數量</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Feb</source>
      <translation>2月</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>February</source>
      <translation>2月</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>Field</source>
      <translation>欄位</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>Field of the column</source>
      <translation>此欄對應的欄位</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/gotofield.py" />
      <source>Fields</source>
      <translation>欄位</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_columns.py" />
      <source>File</source>
      <translation>檔案</translation>
    </message>
    <message>
      <location filename="../../app/ui/restoring.py" />
      <source>File of the new workspace</source>
      <translation>新工作區的檔案</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/settings.py" />
      <source>File of the workspace</source>
      <translation>工作檔的檔案</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Filed</source>
      <translation>已遞交</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Files</source>
      <translation>檔案</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Files of evidence</source>
      <translation>證據檔案</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Files of the pack</source>
      <translation>格式包的檔案</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/rowactions.py" />
      <source>Fill down</source>
      <translation>向下填滿</translation>
    </message>
    <message>
      <location filename="../../app/ui/about.py" />
      <source>Fill in, check, approve, sign and keep the periodic returns of a licensed virtual-asset exchange, offline.

The forms and rules that come with it are a house format, a proposal; they are no official publication.</source>
      <translation>離線填寫、檢查、批核、簽署及保存持牌虛擬資產交易所的定期申報表。

隨附的表格及規則屬自訂格式，只是一項建議，並非官方文件。</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>Fill in, check, approve, sign and keep the periodic returns of a licensed virtual-asset exchange. Everything stays on this computer.</source>
      <translation>填寫、檢查、批核、簽署及保存持牌虛擬資產交易平台的定期申報表。所有資料均留在此電腦。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>Filter</source>
      <translation>篩選</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/returns.py" />
      <source>Filter by state</source>
      <translation>按狀態篩選</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Filter changes</source>
      <translation>篩選更改</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/table.py" />
      <source>Find in the table</source>
      <translation>在表格中尋找</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/table.py" />
      <source>Find in “{what}”</source>
      <translation>在「{what}」中尋找</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>Findings</source>
      <translation>檢查結果</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Find…</source>
      <translation>尋找…</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>First and last cell</source>
      <translation>首個及最後一個儲存格</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>Fold the findings (Ctrl+J)</source>
      <translation>收合檢查結果（Ctrl+J）</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingstools.py" />
      <source>Folder for the marked copies</source>
      <translation>存放已標示副本的資料夾</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Folder for the signed files</source>
      <translation>存放已簽署檔案的資料夾</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Folder of the pack</source>
      <translation>格式包的資料夾</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_columns.py" />
      <source>Follows</source>
      <translation>隨之計算</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Form</source>
      <translation>表格</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>Formula</source>
      <translation>公式</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>Formula: {formula}</source>
      <translation>公式：{formula}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingsmodel.py" />
      <source>Found</source>
      <translation>實為</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_calendar.py" />
      <source>Fri</source>
      <translation>五</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>From</source>
      <translation>來源</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>From a folder…</source>
      <translation>從資料夾…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>From a single XSD…</source>
      <translation>從單一 XSD…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>From a zip archive…</source>
      <translation>從 zip 壓縮檔…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/settings.py" />
      <source>From now on everything is recorded under {name}.</source>
      <translation>由現在起，一切均以「{name}」的名義記錄。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/gridmodel.py" />
      <source>Given instead of the computed value</source>
      <translation>以此值取代公式的結果</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/gotofield.py" />
      <source>Go to a field</source>
      <translation>前往欄位</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Go to field…</source>
      <translation>前往欄位…</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>Go to the field of the finding</source>
      <translation>前往該結果的欄位</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/hintbar.py" />
      <source>Go to the figure</source>
      <translation>前往該數字</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/hintbar.py" />
      <source>Go to {place}</source>
      <translation>前往 {place}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/howpanel.py" />
      <source>Go to {place}: {value}</source>
      <translation>前往 {place}：{value}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_columns.py" />
      <source>Gone</source>
      <translation>移除</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/words.py" />
      <source>HK$</source>
      <translation>港元</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>HK$ {amount}</source>
      <translation>{amount} 港元</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>HKD per unit</source>
      <translation>每單位港元</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>HKD per unit of currency</source>
      <translation>每單位貨幣港元</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>Heading</source>
      <translation>標題</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>Headings in row</source>
      <translation>標題所在行</translation>
    </message>
    <message>
      <location filename="../../app/ui/help.py" />
      <source>Help</source>
      <translation>說明</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Help on what is shown</source>
      <translation>解說目前內容</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/panel.py" />
      <source>Hide the guidance</source>
      <translation>隱藏說明</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/panel.py" />
      <source>Hide the guidance (Ctrl+B)</source>
      <translation>隱藏說明（Ctrl+B）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/settings.py" />
      <source>High</source>
      <translation>高對比</translation>
    </message>
    <message>
      <location filename="../../app/ui/main_window.py" />
      <source>History</source>
      <translation>紀錄</translation>
    </message>
    <message>
      <location filename="../../app/ui/main_window.py" />
      <source>Home</source>
      <translation>主頁</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Hot now</source>
      <translation>現時熱儲存</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>House format</source>
      <translation>自訂格式</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>How findings are grouped</source>
      <translation>檢查結果的分組方式</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/howpanel.py" />
      <source>How it is computed</source>
      <translation>如何計算</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>How sure</source>
      <translation>把握程度</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>How we stand</source>
      <translation>目前狀況</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_claims.py" />
      <source>I approve the content</source>
      <translation>本人批核此內容</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_claims.py" />
      <source>I prepared the content</source>
      <translation>本人擬備此內容</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_claims.py" />
      <source>I prepared, approved and sent it</source>
      <translation>本人擬備、批核並發出</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>Id</source>
      <translation>編號</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Import</source>
      <translation>匯入</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Import a workbook</source>
      <translation>匯入試算表</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Import a workbook…</source>
      <translation>匯入試算表…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Import profile</source>
      <translation>匯入設定</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Import profiles (*.toml);;All files (*)</source>
      <translation>匯入設定 (*.toml);;所有檔案 (*)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Import what you take</source>
      <translation>匯入所採用的內容</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Import {n} row</source>
      <translation>匯入 {n} 行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Import {n} rows</source>
      <translation>匯入 {n} 行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/drop_dialog.py" />
      <source>Import {n} workbook</source>
      <translation>匯入 {n} 個試算表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/drop_dialog.py" />
      <source>Import {n} workbooks</source>
      <translation>匯入 {n} 個試算表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Importing {file}</source>
      <translation>正在匯入 {file}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>In force from</source>
      <translation>生效日期</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>In review</source>
      <translation>待批核</translation>
    </message>
    <message>
      <location filename="../../app/ui/main_window.py" />
      <source>Incidents</source>
      <translation>事故</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Information</source>
      <translation>提示</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/rowactions.py" />
      <source>Insert row above</source>
      <translation>在上方插入一行</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/rowactions.py" />
      <source>Insert row below</source>
      <translation>在下方插入一行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/drop_dialog.py" />
      <source>Into which return?</source>
      <translation>匯入哪一份申報表？</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Issued by {issuer}</source>
      <translation>發證者：{issuer}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_adding.py" />
      <source>It could be taken for {pack}: {what}.</source>
      <translation>可能會與 {pack} 混淆：{what}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/readiness.py" />
      <source>It has not been checked since it was last changed.</source>
      <translation>自上次更改後尚未檢查。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>It holds</source>
      <translation>內容</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_columns.py" />
      <source>It is computed or carried, and follows from the others.</source>
      <translation>此數值由計算或結轉得出，隨其他數值而定。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/readiness.py" />
      <source>It is filed already: the receipt is recorded.</source>
      <translation>已遞交：回執已記錄。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/readiness.py" />
      <source>It is in review and not approved yet; you may approve it.</source>
      <translation>正待批核；你可以批核。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>It is kept with the return, too.</source>
      <translation>副本亦已與申報表一併保存。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_columns.py" />
      <source>It stays as it is now.</source>
      <translation>保留現有數值。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>It stays in the workspace and can no longer be changed. Say why it is withdrawn.</source>
      <translation>申報表會留在工作檔內，但不能再更改。請說明撤回原因。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/readiness.py" />
      <source>It was voided and is not to be filed.</source>
      <translation>此申報表已作廢，無須遞交。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>It will be recorded under {name}.</source>
      <translation>將以「{name}」的名義記錄。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Its digest in words: {words}</source>
      <translation>其摘要的單字：{words}</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Jan</source>
      <translation>1月</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>January</source>
      <translation>1月</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Jul</source>
      <translation>7月</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>July</source>
      <translation>7月</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Jun</source>
      <translation>6月</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>June</source>
      <translation>6月</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/choiceswitch.py" />
      <source>Keep as it is</source>
      <translation>保留原狀</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Keep proof in the file that no certificate was revoked.</source>
      <translation>在檔案中保存沒有證書被撤銷的證明。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Keep with the return</source>
      <translation>與申報表一併保存</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>Keep, and look at the import</source>
      <translation>保存並查看匯入內容</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Key file</source>
      <translation>密鑰檔案</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Key files (*.p12 *.pfx);;All files (*)</source>
      <translation>密鑰檔案 (*.p12 *.pfx);;所有檔案 (*)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Key usage: {usage}</source>
      <translation>密鑰用途：{usage}</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>Keyboard shortcuts</source>
      <translation>鍵盤快捷鍵</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>Keys</source>
      <translation>按鍵</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>Kind</source>
      <translation>類別</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/settings.py" />
      <source>Language</source>
      <translation>語言</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/rowactions.py" />
      <source>Largest first</source>
      <translation>由大至小</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/panel.py" />
      <source>Last filed</source>
      <translation>上次遞交</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Layout</source>
      <translation>版面</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Layout of the workbook</source>
      <translation>試算表的版面</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>Least room, {when}: {words}</source>
      <translation>餘裕最少之日 {when}：{words}</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/words.py" />
      <source>Least room: {point}</source>
      <translation>餘裕最少：{point}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Least value again</source>
      <translation>回復最低價值</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_columns.py" />
      <source>Leave</source>
      <translation>保留原狀</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Leave all</source>
      <translation>全部保留</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Leave out the rows that block</source>
      <translation>不採用有問題的行</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>Leave the table</source>
      <translation>離開表格</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Leave this workbook, and look at the next one</source>
      <translation>不匯入此試算表，查看下一個</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/returns.py" />
      <source>Left</source>
      <translation>尚餘</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/left_words.py" />
      <source>Left: 1 approval, signature, receipt</source>
      <translation>尚餘：一次批核、簽署、回執</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/left_words.py" />
      <source>Left: everything; begin it with one click</source>
      <translation>尚餘：全部；按一下即可開始</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/left_words.py" />
      <source>Left: fill and check, 1 approval, signature, receipt</source>
      <translation>尚餘：填寫及檢查、一次批核、簽署、回執</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/left_words.py" />
      <source>Left: hand it over and record the receipt</source>
      <translation>尚餘：遞交並記錄回執</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/left_words.py" />
      <source>Left: signature, receipt</source>
      <translation>尚餘：簽署、回執</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/left_words.py" />
      <source>Left: {findings}, 1 approval, signature, receipt</source>
      <translation>尚餘：{findings}、一次批核、簽署、回執</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/legend.py" />
      <source>Legend: {names}</source>
      <translation>圖例：{names}</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>Licensed firm</source>
      <translation>持牌公司</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/settings.py" />
      <source>Light</source>
      <translation>淺色</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>Likely: by content</source>
      <translation>很可能：按內容</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>Likely: by name</source>
      <translation>很可能：按名稱</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>List</source>
      <translation>清單</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/drop_dialog.py" />
      <source>Look at the import</source>
      <translation>查看匯入內容</translation>
    </message>
    <message>
      <location filename="../../app/ui/dropping.py" />
      <source>Looking at {n} dropped files</source>
      <translation>正在查看拖放的 {n} 個檔案</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>Looks at: {what}</source>
      <translation>適用於：{what}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/backup_settings.py" />
      <source>Make a backup when the window closes</source>
      <translation>關閉視窗時製作備份</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>Make a workspace</source>
      <translation>建立工作檔</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/returns.py" />
      <source>Make the first one: choose the type and the period, then import or type.</source>
      <translation>建立第一份：選擇類別及申報期，然後匯入或輸入。</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>Make workspace</source>
      <translation>建立工作檔</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Mar</source>
      <translation>3月</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>March</source>
      <translation>3月</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/movement_view.py" />
      <source>Mark changes of at least</source>
      <translation>標示變動幅度至少</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingstools.py" />
      <source>Marked in a copy of your workbook…</source>
      <translation>標示於你的工作簿副本…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>Match columns</source>
      <translation>配對欄位</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Match columns…</source>
      <translation>配對欄位…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>Match the columns of {file}</source>
      <translation>配對 {file} 的欄位</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>May</source>
      <translation>5月</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>May (short)</source>
      <translation>5月</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_claims.py" />
      <source>Meaning</source>
      <translation>含義</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>Meaning: {meaning}</source>
      <translation>含義：{meaning}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Mend the blocking findings in the workbook first, or leave out their rows.</source>
      <translation>請先在試算表更正有關檢查結果，或不採用有關的行。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingsmodel.py" />
      <source>Message</source>
      <translation>內容</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_calendar.py" />
      <source>Mon</source>
      <translation>一</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>Month</source>
      <translation>月份</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>More actions</source>
      <translation>更多操作</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/choiceswitch.py" />
      <source>More than one is filled in. Choose which one stays.</source>
      <translation>已填多於一項，請選擇保留哪一項。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/rowactions.py" />
      <source>Move down</source>
      <translation>下移</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>Move from point to point</source>
      <translation>逐點移動</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>Move the chosen part down</source>
      <translation>將所選部分下移</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>Move the chosen part up</source>
      <translation>將所選部分上移</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/roworder.py" />
      <source>Move the chosen row down</source>
      <translation>將所選的行下移</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/roworder.py" />
      <source>Move the chosen row up</source>
      <translation>將所選的行上移</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Move to cold</source>
      <translation>移往冷儲存</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/rowactions.py" />
      <source>Move up</source>
      <translation>上移</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Movement</source>
      <translation>變動</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/movement_view.py" />
      <source>Movement against the last filed return</source>
      <translation>與上次遞交的申報表比較的變動</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>Name</source>
      <translation>名稱</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>Name of the profile</source>
      <translation>匯入設定名稱</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Namespace: {name}</source>
      <translation>命名空間：{name}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>Needed, and no column has it: the same in every row</source>
      <translation>必須填寫但沒有對應的欄：每行相同</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Needs explanation</source>
      <translation>須作解釋</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_columns.py" />
      <source>New</source>
      <translation>新增</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>New here? The sample month of an invented exchange shows everything: import, findings, approval, signature.</source>
      <translation>首次使用？虛構交易平台的示範月份展示一切：匯入、檢查結果、批核、簽署。</translation>
    </message>
    <message>
      <location filename="../../app/ui/news.py" />
      <source>New in this version</source>
      <translation>這個版本的改動</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/incidents.py" />
      <source>New incident</source>
      <translation>新事故</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>New return</source>
      <translation>新增申報表</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>New return…</source>
      <translation>新增申報表…</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Next finding</source>
      <translation>下一項檢查結果</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Next part of the form</source>
      <translation>表格的下一部分</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/incident_card.py" />
      <source>Next report</source>
      <translation>下一份報告</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/incident_card.py" />
      <source>Next report of {id}</source>
      <translation>{id} 的下一份報告</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/gridmodel.py" />
      <source>No</source>
      <translation>否</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/backup_settings.py" />
      <source>No backup is there yet.</source>
      <translation>尚未有備份。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>No column has a field yet. Choose what a sheet holds, and its fields.</source>
      <translation>未有任何欄對應欄位。請選擇工作表的內容及其欄位。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_list.py" />
      <source>No deadline known</source>
      <translation>期限不詳</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/gotofield.py" />
      <source>No field has that in its name.</source>
      <translation>沒有欄位名稱含有此文字。</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>No figures yet. Begin the {type} return or import its workbook; the picture appears with the first day.</source>
      <translation>尚未有數字。請開始一份 {type} 申報表或匯入工作簿；有首日數字後即顯示圖表。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingswords.py" />
      <source>No finding stands in the way</source>
      <translation>沒有任何檢查結果構成障礙</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/incidents.py" />
      <source>No incident</source>
      <translation>沒有事故</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/incidents.py" />
      <source>No pack for incident reports</source>
      <translation>沒有事故報告的格式包</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>No pack for {type} is in force now; a new return cannot be begun.</source>
      <translation>現時沒有適用於 {type} 的格式包，不能開始新的申報表。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_adding.py" />
      <source>No publisher has signed it.</source>
      <translation>沒有發佈者簽署。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/carried.py" />
      <source>No return of this type is filed for an earlier period, or its pack carries nothing.</source>
      <translation>較早期間未有已遞交的同類申報表，或其格式包沒有結轉項目。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/movement_view.py" />
      <source>No return of this type is filed for an earlier period. Once one is, each figure stands here beside the one filed last.</source>
      <translation>較早期間未有已遞交的同類申報表。遞交後，每個數字會在此與上次遞交的並列。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/returns.py" />
      <source>No return yet</source>
      <translation>尚未有申報表</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/tableorder.py" />
      <source>No row holds “{text}”.</source>
      <translation>沒有任何行包含「{text}」。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/table.py" />
      <source>No row matches.</source>
      <translation>沒有相符的行。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/table.py" />
      <source>No rows yet. Add one, or paste a block from a workbook (Ctrl+V).</source>
      <translation>尚未有行。可加一行，或從試算表貼上一組儲存格（Ctrl+V）。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/table.py" />
      <source>No rows.</source>
      <translation>沒有行。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>No schema pack</source>
      <translation>沒有格式包</translation>
    </message>
    <message>
      <location filename="../../app/ui/help.py" />
      <source>No topic holds that. Try another word.</source>
      <translation>沒有主題包含這些字，請試其他字詞。</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>No trusted time-stamp proves when it was signed.</source>
      <translation>沒有可信的時間戳證明簽署時間。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>No workbook chosen</source>
      <translation>尚未選擇試算表</translation>
    </message>
    <message>
      <location filename="../../app/ui/status.py" />
      <source>Nobody</source>
      <translation>沒有人</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/readiness.py" />
      <source>Nobody has been asked to approve it yet: send it for review.</source>
      <translation>尚未要求任何人批核：請送交批核。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>Nobody has given this value.</source>
      <translation>尚未有人填寫此數值。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>None of the layouts that are kept here fits {file}: other sheets or other headings. Match its columns, or add the profile of its layout.</source>
      <translation>此處保存的版面均不適用於 {file}：工作表或欄標題不同。請配對其欄位，或加入其版面的匯入設定。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/inputs.py" />
      <source>Not answered</source>
      <translation>未作答</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Not begun</source>
      <translation>未開始</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingswords.py" />
      <source>Not checked yet</source>
      <translation>尚未檢查</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>Not covered: {names}</source>
      <translation>未涵蓋：{names}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/returns.py" />
      <source>Not done</source>
      <translation>未完成</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>Not grouped</source>
      <translation>不分組</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>Not imported</source>
      <translation>不匯入</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/readiness.py" />
      <source>Not possible yet</source>
      <translation>尚未可以遞交</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Not possible yet: blocking findings</source>
      <translation>尚不能匯入：有必須更正之處</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_claims.py" />
      <source>Not said</source>
      <translation>沒有說明</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Not valid</source>
      <translation>無效</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/legend.py" />
      <source>Not yet filed</source>
      <translation>未遞交</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/drop_dialog.py" />
      <source>Nothing changes before you have seen what would.</source>
      <translation>在你看過會更改的內容之前，不會有任何更改。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>Nothing for this return</source>
      <translation>與本申報表無關</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/readiness.py" />
      <source>Nothing has been entered yet: import a workbook, or fill in the form.</source>
      <translation>尚未輸入任何資料：請匯入試算表，或填寫表格。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/backup_settings.py" />
      <source>Nothing has changed since.</source>
      <translation>其後沒有更改。</translation>
    </message>
    <message>
      <location filename="../../app/ui/palette.py" />
      <source>Nothing is called so. Try another word.</source>
      <translation>沒有這個名稱。請試用其他字詞。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>Nothing is due</source>
      <translation>沒有到期的申報表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>Nothing is left to do</source>
      <translation>沒有待辦事項</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Nothing is signed yet</source>
      <translation>尚未簽署任何申報表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Nothing is taken</source>
      <translation>沒有採用任何內容</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/readiness.py" />
      <source>Nothing left to file</source>
      <translation>無須再遞交</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/choiceswitch.py" />
      <source>Nothing of it</source>
      <translation>全部不填</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Nothing to calculate yet</source>
      <translation>尚未有可計算的數字</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/movement_view.py" />
      <source>Nothing to compare with</source>
      <translation>沒有可比較的申報表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/carried.py" />
      <source>Nothing was empty that {period} could fill.</source>
      <translation>沒有可由 {period} 填補的空白欄位。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Nothing was imported: the workbook has findings.</source>
      <translation>沒有匯入任何資料：試算表有檢查結果。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Nothing was imported: what was taken changes nothing.</source>
      <translation>沒有匯入：所採用的內容沒有任何更改。</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Nothing was open before</source>
      <translation>之前沒有開啟過任何項目</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>Nothing; the workbook is read to the last cell.</source>
      <translation>沒有問題；試算表已讀至最後一個儲存格。</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Nov</source>
      <translation>11月</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>November</source>
      <translation>11月</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/movement_view.py" />
      <source>Now</source>
      <translation>現時</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/returns.py" />
      <source>Number</source>
      <translation>編號</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>OCSP answer…</source>
      <translation>OCSP 答覆…</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Oct</source>
      <translation>10月</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>October</source>
      <translation>10月</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>On the sheet {sheet} two columns have the same field. Choose one of them.</source>
      <translation>工作表 {sheet} 有兩欄對應同一欄位。請選擇其中一欄。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>On the sheet {sheet}, choose the column that says to which row above a row of {table} belongs.</source>
      <translation>請在工作表 {sheet} 選擇一欄，說明 {table} 的每一行屬於哪一個上層行。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/choiceswitch.py" />
      <source>One of these</source>
      <translation>以下只選一項</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/choiceswitch.py" />
      <source>One of these: {what}</source>
      <translation>以下只選一項：{what}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Only a cold-wallet return says what is in cold and in hot storage.</source>
      <translation>只有冷錢包申報表載有冷儲存及熱儲存的數字。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/table.py" />
      <source>Only matches</source>
      <translation>只顯示相符者</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/tableorder.py" />
      <source>Only rows with {values}. Show all rows</source>
      <translation>只顯示 {values} 的行。顯示所有行</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/rowactions.py" />
      <source>Only rows with “{value}” in {column}</source>
      <translation>只顯示{column}為「{value}」的行</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/rowactions.py" />
      <source>Only rows without {column}</source>
      <translation>只顯示沒有{column}的行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_list.py" />
      <source>Open</source>
      <translation>開啟</translation>
    </message>
    <message>
      <location filename="../../app/ui/steps.py" />
      <source>Open a return first.</source>
      <translation>請先開啟申報表。</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>Open a workspace</source>
      <translation>開啟工作檔</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/xmlfiles.py" />
      <source>Open an XML file</source>
      <translation>開啟 XML 檔案</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Open an XML file as a return…</source>
      <translation>以 XML 檔案開立申報表…</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Open another workspace…</source>
      <translation>開啟另一個工作檔…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>Open drafts</source>
      <translation>未完成的草稿</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/exported.py" />
      <source>Open folder</source>
      <translation>開啟資料夾</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home_cards.py" />
      <source>Open report</source>
      <translation>開啟報告</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Open return</source>
      <translation>開啟申報表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Open the copy</source>
      <translation>開啟副本</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/incident_card.py" />
      <source>Open the newest report of {id}</source>
      <translation>開啟 {id} 的最新報告</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home_cards.py" />
      <source>Open the report: {what}</source>
      <translation>開啟報告：{what}</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>Open the sample month</source>
      <translation>開啟示範月份</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/panel.py" />
      <source>Open the workbook page</source>
      <translation>開啟工作簿頁面</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Open the workbook page of the value</source>
      <translation>開啟數值的工作簿頁面</translation>
    </message>
    <message>
      <location filename="../../app/ui/restoring.py" />
      <source>Open the workspace</source>
      <translation>開啟工作區</translation>
    </message>
    <message>
      <location filename="../../app/ui/palette.py" />
      <source>Open workspace: {name}</source>
      <translation>開啟工作區：{name}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Open {period}</source>
      <translation>開啟 {period}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/xmlfiles.py" />
      <source>Opening {file}</source>
      <translation>正在開啟 {file}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/table.py" />
      <source>Order</source>
      <translation>次序</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/roworder.py" />
      <source>Order in the document</source>
      <translation>文件中的次序</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/table.py" />
      <source>Order of the rows of “{what}”</source>
      <translation>「{what}」各行的次序</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Organisation {name}</source>
      <translation>機構 {name}</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>Original</source>
      <translation>原值</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>Original and correction</source>
      <translation>原申報表與更正</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Original and correction side by side</source>
      <translation>並列原申報表與更正</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>Original {old}. Correction {new}, which takes its place.</source>
      <translation>原申報表 {old}；更正 {new}，並取代原申報表。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>Other pack</source>
      <translation>另一個格式包</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/months.py" />
      <source>Overdue</source>
      <translation>逾期</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/papers.py" />
      <source>PDF (*.pdf)</source>
      <translation>PDF (*.pdf)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>PIN of the token</source>
      <translation>密鑰裝置的 PIN</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Pack</source>
      <translation>格式包</translation>
    </message>
    <message>
      <location filename="../../app/ui/navigation.py" />
      <source>Pages</source>
      <translation>頁面</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>Part</source>
      <translation>部分</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Parts of the pack</source>
      <translation>格式包的部分</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Pass over</source>
      <translation>略過</translation>
    </message>
    <message>
      <location filename="../../app/ui/restoring.py" />
      <source>Passphrase</source>
      <translation>密碼短語</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>Passphrase, at least {n} characters</source>
      <translation>密碼短語，最少 {n} 個字元</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Password of the key file</source>
      <translation>密鑰檔案的密碼</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/rowactions.py" />
      <source>Paste</source>
      <translation>貼上</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>Period</source>
      <translation>申報期</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>Picture</source>
      <translation>圖表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>Picture written to {file}.</source>
      <translation>圖片已寫入 {file}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>Pictures (*.png *.svg)</source>
      <translation>圖片 (*.png *.svg)</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>Place</source>
      <translation>位置</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>Place (as the signer claims): {place}</source>
      <translation>地點（簽署人聲稱）：{place}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>Praya proposes a field for each column, by its heading and by its cells. Correct what is wrong: choose a line and then its field. What you decide is kept as a profile, and the next workbook like this one is read by it.</source>
      <translation>Praya 根據欄標題及儲存格內容，為每一欄建議欄位。如有錯誤，請選擇該行，再選擇其欄位。你的決定會保存為匯入設定，日後同類工作簿會按此讀取。</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Previous finding</source>
      <translation>上一項檢查結果</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Previous part of the form</source>
      <translation>表格的上一部分</translation>
    </message>
    <message>
      <location filename="../../app/ui/printing.py" />
      <source>Print {title}</source>
      <translation>列印 {title}</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Print…</source>
      <translation>列印…</translation>
    </message>
    <message>
      <location filename="../../app/ui/status.py" />
      <source>Progress</source>
      <translation>進度</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingsmodel.py" />
      <source>Proposed: {text}</source>
      <translation>建議：{text}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Prove when the file was signed; a stamped copy is written.</source>
      <translation>證明檔案何時簽署；會寫出一份蓋上時間戳的副本。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Publisher: {name}</source>
      <translation>發布者：{name}</translation>
    </message>
    <message>
      <location filename="../../app/ui/whereabouts.py" />
      <source>Put it in</source>
      <translation>填入</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Quit</source>
      <translation>離開</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Ratio and cover are kept; nothing has to be moved.</source>
      <translation>比率及保障額均符合要求，無須移動任何資產。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Ratio and cover before and after</source>
      <translation>之前及之後的比率和保障額</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Re&amp;view</source>
      <translation>覆核(&amp;V)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Reading {file}</source>
      <translation>正在讀取 {file}</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Ready to file</source>
      <translation>遞交準備</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>Reason</source>
      <translation>理由</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/receipt.py" />
      <source>Receipt for</source>
      <translation>對應的申報表</translation>
    </message>
    <message>
      <location filename="../../app/ui/main_window.py" />
      <source>Recent</source>
      <translation>最近使用</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/receipt.py" />
      <source>Record as {name}</source>
      <translation>以「{name}」的名義記錄</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Record receipt</source>
      <translation>記錄回執</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Record receipt…</source>
      <translation>記錄回執…</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Redo</source>
      <translation>重做</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Redo: {step}</source>
      <translation>重做：{step}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/receipt.py" />
      <source>Reference number</source>
      <translation>參考編號</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/group.py" />
      <source>Remove</source>
      <translation>移除</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>Remove the chosen part</source>
      <translation>移除所選部分</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/rowactions.py" />
      <source>Remove the chosen rows</source>
      <translation>移除所選各行</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/table.py" />
      <source>Remove the chosen rows of “{what}”</source>
      <translation>移除「{what}」中所選的行</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/group.py" />
      <source>Remove “{what}”</source>
      <translation>移除「{what}」</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/left_words.py" />
      <source>Replaced by a correction</source>
      <translation>已由更正的申報表取代</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/incident_card.py" />
      <source>Report {n}</source>
      <translation>報告 {n}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/incident_card.py" />
      <source>Report {n} of {id}: {state}</source>
      <translation>{id} 的報告 {n}：{state}</translation>
    </message>
    <message>
      <location filename="../../app/ui/restoring.py" />
      <source>Restore</source>
      <translation>還原</translation>
    </message>
    <message>
      <location filename="../../app/ui/restoring.py" />
      <source>Restore a backup</source>
      <translation>還原備份</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Restore a backup…</source>
      <translation>還原備份…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/backup_settings.py" />
      <source>Restores it into a temporary place, reads all of it and removes it again</source>
      <translation>還原至臨時位置，全部讀取後移除</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>Return</source>
      <translation>申報表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>Return type</source>
      <translation>申報表類別</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>Return whose history is shown</source>
      <translation>顯示哪份申報表的紀錄</translation>
    </message>
    <message>
      <location filename="../../app/ui/main_window.py" />
      <source>Returns</source>
      <translation>申報表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/months.py" />
      <source>Returns of {year}, by month; Enter opens</source>
      <translation>{year} 年各月申報表；按 Enter 開啟</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_list.py" />
      <source>Review</source>
      <translation>審閱</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Revocation lists and OCSP answers that the certificates' issuers gave show, years later, that nothing was revoked when the file was signed.</source>
      <translation>證書發出者提供的撤銷清單及 OCSP 答覆，可在多年後證明簽署時沒有證書被撤銷。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Revocation list…</source>
      <translation>撤銷清單…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_claims.py" />
      <source>Role</source>
      <translation>身分</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>Role (as the signer claims): {role}</source>
      <translation>身分（簽署人聲稱）：{role}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_claims.py" />
      <source>Role of the signer</source>
      <translation>簽署人的身分</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>Room ({unit})</source>
      <translation>餘裕（{unit}）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Room until the limit (HKD)</source>
      <translation>距離下限的餘額（港元）</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/words.py" />
      <source>Room {amount}</source>
      <translation>餘裕 {amount}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>Row</source>
      <translation>行</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/transfer.py" />
      <source>Row {line}, {column}: {reason}</source>
      <translation>第 {line} 行，{column}：{reason}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>Row {seq}, sealed {hash}</source>
      <translation>第 {seq} 行，封印 {hash}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/rowactions.py" />
      <source>Rows are moved while all of them are shown in the order of the return.</source>
      <translation>須以申報表次序顯示所有行，方可移動。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/roworder.py" />
      <source>Rows in the order of the document</source>
      <translation>按文件次序排列的各行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>Rule</source>
      <translation>規則</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Rules</source>
      <translation>規則</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>Rules of the pack</source>
      <translation>格式包的規則</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_settings.py" />
      <source>Rules of the packs</source>
      <translation>格式包的規則</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_settings.py" />
      <source>Rules read these choices. A change is kept in the history.</source>
      <translation>規則會讀取這些選擇。更改會記入紀錄。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>SHA-256</source>
      <translation>SHA-256</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>SHA-256 of the content</source>
      <translation>內容的 SHA-256</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>SHA-256 of the content: {digest}</source>
      <translation>內容的 SHA-256：{digest}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>SHA-256 of the file</source>
      <translation>檔案的 SHA-256</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>SHA-256 of the pack: {digest}</source>
      <translation>格式包的 SHA-256：{digest}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/receipt.py" />
      <source>SHA-256 of the signed file</source>
      <translation>已簽署檔案的 SHA-256</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/exported.py" />
      <source>SHA-256 {digest}</source>
      <translation>SHA-256 {digest}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_calendar.py" />
      <source>Sat</source>
      <translation>六</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/originview.py" />
      <source>Save a copy of the workbook…</source>
      <translation>另存工作簿副本…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/papers.py" />
      <source>Save as PDF</source>
      <translation>另存為 PDF</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Save as PDF…</source>
      <translation>另存為 PDF…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/xmlfiles.py" />
      <source>Save as XML</source>
      <translation>另存為 XML</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Save as XML…</source>
      <translation>另存為 XML…</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>Save picture</source>
      <translation>儲存圖片</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>Save picture…</source>
      <translation>儲存圖片…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Save the request</source>
      <translation>儲存請求</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Save the request…</source>
      <translation>儲存請求…</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Saved?</source>
      <translation>是否已儲存？</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Say what has to be changed.</source>
      <translation>請說明須更改之處。</translation>
    </message>
    <message>
      <location filename="../../app/ui/restoring.py" />
      <source>Say where the workspace is to lie.</source>
      <translation>請指明工作區存放的位置。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Say which field each column of this workbook is for</source>
      <translation>指明這份工作簿每一欄對應的欄位</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>Say who acts: the restored history names it.</source>
      <translation>請指明由誰操作：還原後的紀錄會記下。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Schema</source>
      <translation>結構</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>Schema pack {pack}, in force from {date}.</source>
      <translation>格式包 {pack}，自 {date} 起生效。</translation>
    </message>
    <message>
      <location filename="../../app/ui/main_window.py" />
      <source>Schema packs</source>
      <translation>格式包</translation>
    </message>
    <message>
      <location filename="../../app/ui/about.py" />
      <source>Schema packs with their SHA-256</source>
      <translation>格式包及其 SHA-256</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>Search changes</source>
      <translation>搜尋變更</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>Search differences</source>
      <translation>搜尋差異</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/movement_view.py" />
      <source>Search movements</source>
      <translation>搜尋變動</translation>
    </message>
    <message>
      <location filename="../../app/ui/palette.py" />
      <source>Search or command</source>
      <translation>搜尋或指令</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Search or command…</source>
      <translation>搜尋或指令…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>Search place or change</source>
      <translation>搜尋位置或變更</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>Search place, field, row</source>
      <translation>搜尋位置、欄位、列</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/returns.py" />
      <source>Search returns</source>
      <translation>搜尋申報表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>Search rule, formula, source</source>
      <translation>搜尋規則、公式、依據</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>Search rules</source>
      <translation>搜尋規則</translation>
    </message>
    <message>
      <location filename="../../app/ui/help.py" />
      <source>Search the help</source>
      <translation>搜尋說明</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>Search the keys</source>
      <translation>搜尋快速鍵</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/returns.py" />
      <source>Search type, period, state</source>
      <translation>搜尋類別、申報期、狀態</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>Seat</source>
      <translation>身分</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/editor.py" />
      <source>Sections of the return</source>
      <translation>申報表各部分</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Send back</source>
      <translation>退回</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Send back to the preparer</source>
      <translation>退回擬備人</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Send back to the preparer…</source>
      <translation>退回擬備人…</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Send for review</source>
      <translation>送交批核</translation>
    </message>
    <message>
      <location filename="../../app/ui/steps.py" />
      <source>Send the return for review first.</source>
      <translation>請先將申報表送交覆核。</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Sep</source>
      <translation>9月</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>September</source>
      <translation>9月</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Serial number {number}</source>
      <translation>序號 {number}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>Set by the program when the return was made.</source>
      <translation>程式在開立申報表時填入。</translation>
    </message>
    <message>
      <location filename="../../app/ui/main_window.py" />
      <source>Settings</source>
      <translation>設定</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingsmodel.py" />
      <source>Severity</source>
      <translation>嚴重程度</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/movement_view.py" />
      <source>Share</source>
      <translation>百分比</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>Sheet</source>
      <translation>工作表</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/rowactions.py" />
      <source>Show all rows</source>
      <translation>顯示所有行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Show certificate</source>
      <translation>顯示證書</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>Show only findings that hold a text</source>
      <translation>只顯示包含某段文字的檢查結果</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/table.py" />
      <source>Show only the rows that match</source>
      <translation>只顯示相符的行</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Show or fold the findings</source>
      <translation>顯示或收合檢查結果</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Show or hide the guidance</source>
      <translation>顯示或隱藏說明</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>Show the XML as it is written</source>
      <translation>顯示 XML 原文</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>Show the findings (Ctrl+J)</source>
      <translation>顯示檢查結果（Ctrl+J）</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/panes.py" />
      <source>Show the guidance</source>
      <translation>顯示說明</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/panes.py" />
      <source>Show the guidance (Ctrl+B)</source>
      <translation>顯示說明（Ctrl+B）</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/howpanel.py" />
      <source>Show what it is made from</source>
      <translation>顯示計算所用的數值</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Sign</source>
      <translation>簽署</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/readiness.py" />
      <source>Sign and hand over</source>
      <translation>簽署及遞交</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Signature</source>
      <translation>簽署</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Signature method {method}</source>
      <translation>簽署方法 {method}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Signature {n}: {signer}</source>
      <translation>簽署 {n}：{signer}</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>Signature {n}: {verdict}</source>
      <translation>簽署 {n}：{verdict}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>Signatures</source>
      <translation>簽署</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Signed</source>
      <translation>簽署時間</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>Signed at (as the signer claims): {moment}</source>
      <translation>簽署時間（簽署人聲稱）：{moment}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_adding.py" />
      <source>Signed by {name}, whom this workspace trusts.</source>
      <translation>由本工作檔信任的 {name} 簽署。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_adding.py" />
      <source>Signed by {name}; whose signature that is was not proven.</source>
      <translation>由 {name} 簽署；未能證實簽署者的身分。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Signed files (*.xml *.asice);;All files (*)</source>
      <translation>已簽署檔案 (*.xml *.asice);;所有檔案 (*)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/ready_view.py" />
      <source>Signed is not filed: the return counts as filed only with its receipt.</source>
      <translation>簽署不等於遞交：有回執才算已遞交。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Signed returns</source>
      <translation>已簽署的申報表</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Signed, not yet filed</source>
      <translation>已簽署（未遞交）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>Signed, not yet filed. Export the files, hand them over, then record the receipt.</source>
      <translation>已簽署（未遞交）。請匯出檔案並遞交，然後記錄回執。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Signer</source>
      <translation>簽署人</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>Signer: {name}</source>
      <translation>簽署人：{name}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>Single fields, a name and beside it a value</source>
      <translation>個別欄位：名稱在左，數值在右</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/rowactions.py" />
      <source>Smallest first</source>
      <translation>由小至大</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Some programs in wide use, such as xmlsec1 before 1.3, cannot read this method.</source>
      <translation>部分常用程式（例如 1.3 版之前的 xmlsec1）無法讀取此簽署方法。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>Source</source>
      <translation>依據</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>Source: {source}</source>
      <translation>依據：{source}</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Start a correction</source>
      <translation>開始更正</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>State</source>
      <translation>狀態</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingsmodel.py" />
      <source>Status</source>
      <translation>狀況</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>Status: {status}</source>
      <translation>性質：{status}</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/notice.py" />
      <source>Stopped. Nothing was changed.</source>
      <translation>已停止，沒有任何更改。</translation>
    </message>
    <message>
      <location filename="../../app/ui/main_window.py" />
      <source>Submissions</source>
      <translation>遞交</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/totalsbar.py" />
      <source>Sum</source>
      <translation>合計</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_calendar.py" />
      <source>Sun</source>
      <translation>日</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>Supplied by the import profile with {file}, by {by}, {at}</source>
      <translation>由匯入設定隨 {file} 提供，{by}，{at}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>Sure: name and content agree</source>
      <translation>確定：名稱與內容相符</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>T in the picture does the same</source>
      <translation>在圖表中按 T 亦可</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>Table</source>
      <translation>表格</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>Table instead of the picture</source>
      <translation>以數表代替圖表</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>Table of the chart: {title}</source>
      <translation>圖表數據：{title}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_columns.py" />
      <source>Take</source>
      <translation>採用</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Take all</source>
      <translation>全部採用</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/choiceswitch.py" />
      <source>Take another alternative?</source>
      <translation>改選另一項？</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/ready_view.py" />
      <source>Take me there</source>
      <translation>前往處理</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/proposalbar.py" />
      <source>Take over</source>
      <translation>沿用</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>Take over into {pack}</source>
      <translation>轉至 {pack}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/proposalbar.py" />
      <source>Take over the explanation: {text}</source>
      <translation>沿用解釋：{text}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Take the answer…</source>
      <translation>取用答覆…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/settings.py" />
      <source>Take this seat</source>
      <translation>以此身分操作</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/choiceswitch.py" />
      <source>Take “{name}”</source>
      <translation>改選「{name}」</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/changed.py" />
      <source>Taken back: {name} is {value} again.</source>
      <translation>已還原：{name} 恢復為{value}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/session.py" />
      <source>Taken back: {step}.</source>
      <translation>已復原：{step}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/notice.py" />
      <source>Technical details</source>
      <translation>技術詳情</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_work.py" />
      <source>Template</source>
      <translation>範本</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Template of this program</source>
      <translation>本程式的範本</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/backup_settings.py" />
      <source>Test my newest backup</source>
      <translation>測試最新備份</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>Text</source>
      <translation>文字</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>The CE number has three letters and three digits, such as ABC123.</source>
      <translation>中央編號由三個字母及三個數字組成，例如 ABC123。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/ready_view.py" />
      <source>The approved content is signed.</source>
      <translation>經批核的內容已簽署。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/answer.py" />
      <source>The authority has accepted the file, with {errors} in its records; the return is filed. Check it (F8) to see each error at its record.</source>
      <translation>當局已接納此檔案，但其記錄有 {errors}；申報表已提交。請檢查申報表（F8），在各記錄查看每項錯誤。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/answer.py" />
      <source>The authority has accepted the file; the return is filed.</source>
      <translation>當局已接納此檔案；申報表已提交。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/answer.py" />
      <source>The authority has rejected the file ({errors}); it is not filed. Check the return (F8) to see each error at its record, then correct the return.</source>
      <translation>當局已拒絕此檔案（{errors}），因此尚未提交。請檢查申報表（F8），在各記錄查看每項錯誤，然後更正申報表。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>The authority is sent a digest of the signature and nothing else. Save the request, carry it to a computer with a network, and bring the answer back; or name the authority's server.</source>
      <translation>機構只會收到簽署的摘要，別無其他。可儲存請求，帶到連接網絡的電腦，再把答覆帶回；或指明機構的伺服器。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>The authority's answer</source>
      <translation>機構的答覆</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/backup_settings.py" />
      <source>The backup is being restored and read…</source>
      <translation>正在還原及讀取備份…</translation>
    </message>
    <message>
      <location filename="../../app/ui/restoring.py" />
      <source>The backup is read whole, and becomes a workspace in a place where there is none. The workspace that you have now stays as it is.</source>
      <translation>備份會整份讀過，再在沒有檔案的位置成為一個工作區。你現有的工作區不受影響。</translation>
    </message>
    <message>
      <location filename="../../app/ui/assistance.py" />
      <source>The bundle is written to {file}.</source>
      <translation>診斷檔案已寫成 {file}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>The calculation is written to {file}.</source>
      <translation>計算結果已寫入 {file}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>The chain holds: {count} rows. The newest seal is {hash}.</source>
      <translation>紀錄鏈完整：共 {count} 行。最新封印為 {hash}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>The chain is broken at row {row}: what stands there or before it was changed outside the program.</source>
      <translation>紀錄鏈在第 {row} 行中斷：該行或之前的內容曾在程式以外被更改。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>The chosen row in full</source>
      <translation>所選一行的全文</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>The chosen rule in full</source>
      <translation>所選規則的全文</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>The comment is kept in the history of the return.</source>
      <translation>意見會保存在申報表的紀錄內。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>The container with all signatures:</source>
      <translation>載有所有簽署的容器：</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>The copy is kept with the return, and exported with it.</source>
      <translation>副本已與申報表一併保存，匯出時會一併寫出。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>The copy with its evidence was written and verified.</source>
      <translation>已寫出並驗證載有證據的副本。</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>The correction does not say yet what was changed.</source>
      <translation>更正尚未說明改動了甚麼。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_claims.py" />
      <source>The country is a code of two letters, such as HK.</source>
      <translation>國家或地區代碼為兩個字母，例如 HK。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/xmlfiles.py" />
      <source>The file does not say which period it is for. Give it, such as 2026-10.</source>
      <translation>檔案沒有說明所屬期間，請輸入，例如 2026-10。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/settings.py" />
      <source>The file is encrypted. Its key is the passphrase, or lies in the system's keyring.</source>
      <translation>檔案已加密。密鑰為密碼短語，或存於系統的鑰匙圈。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/ready_view.py" />
      <source>The files were handed over and the receipt is recorded.</source>
      <translation>檔案已遞交，並已記錄回執。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/firm_settings.py" />
      <source>The firm</source>
      <translation>公司資料</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>The firm and your name are needed: they stand in every return and history row.</source>
      <translation>必須填寫公司及你的姓名：每份申報表及每行紀錄均會載列。</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>The first {n} are shown.</source>
      <translation>顯示首 {n} 項。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/howpanel.py" />
      <source>The formula gives the same</source>
      <translation>公式的結果相同</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/howpanel.py" />
      <source>The formula gives {value}</source>
      <translation>公式的結果為 {value}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/hintbar.py" />
      <source>The incident report that is missing is begun on the page of incidents.</source>
      <translation>欠缺的事故報告可在「事故」頁開始擬備。</translation>
    </message>
    <message>
      <location filename="../../app/ui/application.py" />
      <source>The last backup at closing could not be made: {why} Changes are saved; make room or choose another place, and test a backup in Settings.</source>
      <translation>上次關閉時未能製作備份：{why}更改已儲存；請騰出空間或選擇其他位置，並在設定中測試備份。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>The least that brings ratio and cover back: {amount} moved to cold storage.</source>
      <translation>使比率及保障額回復符合要求的最低移動價值：將 {amount}移往冷儲存。</translation>
    </message>
    <message>
      <location filename="../../app/ui/news.py" />
      <source>The list of changes is written in English.</source>
      <translation>改動清單以英文寫成。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_calendar.py" />
      <source>The month after</source>
      <translation>下個月</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_calendar.py" />
      <source>The month before</source>
      <translation>上個月</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/incident_card.py" />
      <source>The newest report has to be signed first.</source>
      <translation>須先簽署最新的報告。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>The original stays as it is; a copy is made.</source>
      <translation>原稿保持不變，另製作副本。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>The pack is added.</source>
      <translation>已加入格式包。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>The pack is removed.</source>
      <translation>格式包已移除。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/panel.py" />
      <source>The page of the kept workbook with this cell (Ctrl+U)</source>
      <translation>所保存工作簿中載有此儲存格的頁面（Ctrl+U）</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>The passphrase needs at least {n} characters.</source>
      <translation>密碼短語最少須有 {n} 個字元。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>The period is the month of the report before it.</source>
      <translation>期間為前一份報告所屬的月份。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>The profile “{name}” is kept.</source>
      <translation>已保存匯入設定「{name}」。</translation>
    </message>
    <message>
      <location filename="../../app/ui/whereabouts.py" />
      <source>The program ended without closing ({when}).</source>
      <translation>程式未有正常關閉（{when}）。</translation>
    </message>
    <message>
      <location filename="../../app/ui/whereabouts.py" />
      <source>The program ended without closing.</source>
      <translation>程式未有正常關閉。</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/notice.py" />
      <source>The program made a mistake. Nothing was changed; try again.</source>
      <translation>程式出錯。沒有任何更改，請再試。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/answer.py" />
      <source>The receipt is recorded; the return is filed.</source>
      <translation>已記錄回執，申報表已遞交。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/receipt.py" />
      <source>The receipt that came back</source>
      <translation>收到的回執</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>The return names {named}; you are {name}. Say why you approve it.</source>
      <translation>申報表所載的批核人是「{named}」，而你是「{name}」。請說明為何由你批核。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>The return says already what the workbook says.</source>
      <translation>申報表的內容已與試算表相同。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>The same digest as words, to be compared by ear.</source>
      <translation>以單字表示的同一摘要，可讀出來核對。</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>The same passphrase again</source>
      <translation>再次輸入密碼短語</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>The sample month is being made; this takes a moment…</source>
      <translation>正在建立示範月份，請稍候…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>The schema is the same.</source>
      <translation>結構相同。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>The signature is recorded at the seat of {name}.</source>
      <translation>簽署將記錄在「{name}」的席位之下。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>The stamped copy was written and verified.</source>
      <translation>已寫出並驗證蓋上時間戳的副本。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>The template is written. Fill it in, then import it here.</source>
      <translation>範本已產生。填妥後在此匯入。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>The two packs say the same.</source>
      <translation>兩個格式包內容相同。</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>The two passphrases differ; type the same one twice.</source>
      <translation>兩次輸入的密碼短語不同，請輸入相同的密碼短語。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_columns.py" />
      <source>The value of the file is taken.</source>
      <translation>採用檔案的數值。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingsmodel.py" />
      <source>The whole return</source>
      <translation>整份申報表</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>The whole row</source>
      <translation>整列</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>The whole workspace</source>
      <translation>整個工作檔</translation>
    </message>
    <message>
      <location filename="../../app/ui/about.py" />
      <source>The workspace holds no schema pack.</source>
      <translation>工作區沒有格式包。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>The workspace holds this pack already.</source>
      <translation>工作檔已有此格式包。</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>The workspace is being made…</source>
      <translation>正在建立工作檔…</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>The workspace is being opened…</source>
      <translation>正在開啟工作檔…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/months.py" />
      <source>The year after</source>
      <translation>下一年</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/months.py" />
      <source>The year before</source>
      <translation>上一年</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/settings.py" />
      <source>Theme</source>
      <translation>外觀</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Then: {names}</source>
      <translation>其後：{names}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>There is already a return for this period: {list}.</source>
      <translation>此申報期已有申報表：{list}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>There is no open draft of the older pack.</source>
      <translation>較舊的格式包沒有未完成的草稿。</translation>
    </message>
    <message>
      <location filename="../../app/ui/dropping.py" />
      <source>There is no return that could take a workbook. Begin one first.</source>
      <translation>沒有可匯入試算表的申報表。請先新增一份。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>There is no schema pack yet; add one first.</source>
      <translation>尚未有格式包，請先加入。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/session.py" />
      <source>There is nothing to do again.</source>
      <translation>沒有可重做的步驟。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/session.py" />
      <source>There is nothing to take back.</source>
      <translation>沒有可復原的步驟。</translation>
    </message>
    <message>
      <location filename="../../app/ui/dropping.py" />
      <source>These are no workbooks and are not imported: {names}.</source>
      <translation>以下檔案並非試算表，沒有匯入：{names}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>This column has no words that stand for codes.</source>
      <translation>此欄沒有代表代碼的字詞。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>This computer's own keys</source>
      <translation>此電腦系統內的密鑰</translation>
    </message>
    <message>
      <location filename="../../app/ui/help.py" />
      <source>This field</source>
      <translation>這個欄位</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>This is no XML: {why}</source>
      <translation>這不是 XML：{why}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/choiceswitch.py" />
      <source>This removes what is filled in under {what}. It can be taken back.</source>
      <translation>這會移除{what}之下已填的內容，事後可以復原。</translation>
    </message>
    <message>
      <location filename="../../app/ui/dropping.py" />
      <source>This return can no longer be changed, so nothing is imported into it.</source>
      <translation>此申報表已不能更改，因此沒有匯入任何資料。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/ready_view.py" />
      <source>This return was replaced by a correction.</source>
      <translation>此申報表已由更正的申報表取代。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/ready_view.py" />
      <source>This return was voided; it is not to be filed.</source>
      <translation>此申報表已作廢，不應遞交。</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>This workspace opens with a passphrase: type it.</source>
      <translation>此工作檔以密碼短語開啟，請輸入。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>Threshold</source>
      <translation>門檻</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Thresholds</source>
      <translation>門檻</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>Thresholds of the pack</source>
      <translation>格式包的門檻</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_calendar.py" />
      <source>Thu</source>
      <translation>四</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Time-stamp</source>
      <translation>時間戳</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Time-stamp answers (*.tsr);;All files (*)</source>
      <translation>時間戳答覆 (*.tsr);;所有檔案 (*)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Time-stamp requests (*.tsq)</source>
      <translation>時間戳請求 (*.tsq)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Time-stamp…</source>
      <translation>時間戳…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>To be looked at again by {day}</source>
      <translation>須於 {day} 前覆核</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingsmodel.py" />
      <source>To be mended</source>
      <translation>有待更正</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/hintbar.py" />
      <source>To the incidents</source>
      <translation>前往事故頁</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>Today’s date in a date</source>
      <translation>在日期欄填入今天</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/words.py" />
      <source>Together {amount}</source>
      <translation>合計 {amount}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Token</source>
      <translation>密鑰裝置</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Token or smart card</source>
      <translation>密鑰裝置或智能卡</translation>
    </message>
    <message>
      <location filename="../../app/ui/help.py" />
      <source>Topics</source>
      <translation>主題</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/hintbar.py" />
      <source>Transfers to cold storage may bring ratio and cover back.</source>
      <translation>將資產移往冷儲存或可使比率及保障額回復符合要求。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Trusted authorities and signers</source>
      <translation>可信的機構及簽署人</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Trusted certificates</source>
      <translation>信任的證書</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_calendar.py" />
      <source>Tue</source>
      <translation>二</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Type</source>
      <translation>類別</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/gotofield.py" />
      <source>Type a part of a field's name</source>
      <translation>輸入欄位名稱的一部分</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingsmodel.py" />
      <source>Type an explanation</source>
      <translation>輸入解釋</translation>
    </message>
    <message>
      <location filename="../../app/ui/palette.py" />
      <source>Type what you want to do, or a return such as CWR 2026-10</source>
      <translation>輸入要做的事，或申報表，例如 CWR 2026-10</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>Typed by {by}, {at}</source>
      <translation>由 {by} 輸入，{at}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/movement_view.py" />
      <source>Unchanged values too</source>
      <translation>包括不變的數值</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Undo</source>
      <translation>復原</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Undo: {step}</source>
      <translation>復原：{step}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/panel.py" />
      <source>Unit</source>
      <translation>單位</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Units after</source>
      <translation>之後（按單位）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Units before</source>
      <translation>之前（按單位）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>Unsure: please look</source>
      <translation>不確定：請查看</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/roworder.py" />
      <source>Up</source>
      <translation>上移</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>Use the column once more</source>
      <translation>再用此欄一次</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/override.py" />
      <source>Use the computed value again</source>
      <translation>恢復使用公式的結果</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/override.py" />
      <source>Use the computed value of “{what}” again</source>
      <translation>恢復使用「{what}」的公式結果</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/settings.py" />
      <source>Usual</source>
      <translation>一般</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Valid</source>
      <translation>有效</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Valid from {start} to {end}</source>
      <translation>有效期：{start} 至 {end}</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Validated</source>
      <translation>已檢查</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>Value</source>
      <translation>數值</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Value (HKD)</source>
      <translation>價值（港元）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>Values to look at</source>
      <translation>須留意的數值</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Verify a file</source>
      <translation>核實檔案</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Verify a file…</source>
      <translation>核實檔案…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>Verify the chain</source>
      <translation>核實紀錄鏈</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Views of the return</source>
      <translation>申報表的檢視</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Void</source>
      <translation>作廢</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Void the return</source>
      <translation>作廢申報表</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Void the return…</source>
      <translation>作廢申報表…</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Voided</source>
      <translation>已作廢</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_calendar.py" />
      <source>Wed</source>
      <translation>三</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>What</source>
      <translation>事項</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>What differs between two packs</source>
      <translation>兩個格式包的差異</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>What do you want to do?</source>
      <translation>你想做甚麼？</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>What if</source>
      <translation>假設計算</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>What if…</source>
      <translation>假設計算…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>What is signed</source>
      <translation>簽署的內容</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>What is wrong</source>
      <translation>有甚麼問題</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>What it does</source>
      <translation>作用</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/panel.py" />
      <source>What it means</source>
      <translation>意思</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/panel.py" />
      <source>What it takes</source>
      <translation>可填內容</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/ready_view.py" />
      <source>What needs an explanation has one, and the return was sent for review.</source>
      <translation>須作解釋之處已有解釋，申報表已送交批核。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>What the sheet holds</source>
      <translation>工作表的內容</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_claims.py" />
      <source>What the signature means</source>
      <translation>簽署的含義</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>What was changed, in the words of the correction: {text}</source>
      <translation>更正所述的改動：{text}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>What would change</source>
      <translation>會有甚麼更改</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/field.py" />
      <source>What “{label}” means</source>
      <translation>「{label}」的意思</translation>
    </message>
    <message>
      <location filename="../../app/ui/whereabouts.py" />
      <source>Whatever was stored is here, and the window is where you were.</source>
      <translation>已儲存的內容全部在此，視窗已回到你離開時的位置。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>Whatever was valid by the schema stays valid.</source>
      <translation>原本符合結構的文件仍然有效。</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>What’s new</source>
      <translation>最新改動</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>When</source>
      <translation>時間</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>Where</source>
      <translation>位置</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/panel.py" />
      <source>Where it is asked for</source>
      <translation>出處</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Where the copy goes</source>
      <translation>副本存放位置</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Where the key is</source>
      <translation>密鑰所在</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/panel.py" />
      <source>Where the value comes from</source>
      <translation>數值來源</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/originview.py" />
      <source>Where “{what}” comes from</source>
      <translation>「{what}」的來源</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_adding.py" />
      <source>Which document?</source>
      <translation>哪一種文件？</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>Which findings are shown</source>
      <translation>顯示哪些檢查結果</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>Which incident</source>
      <translation>所屬事故</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Which key</source>
      <translation>選用哪把密鑰</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/xmlfiles.py" />
      <source>Which period?</source>
      <translation>哪個期間？</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Which signature</source>
      <translation>哪個簽署</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/settings.py" />
      <source>Who acts</source>
      <translation>操作人</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Who acts…</source>
      <translation>由誰操作…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>Who signs</source>
      <translation>簽署人</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>Who signs as well</source>
      <translation>還有誰簽署</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>Whole number</source>
      <translation>整數</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/override.py" />
      <source>Why it differs from the formula</source>
      <translation>為何與公式不同</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/override.py" />
      <source>Why “{what}” differs from the formula</source>
      <translation>「{what}」為何與公式不同</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/settings.py" />
      <source>Window</source>
      <translation>視窗</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>With a container (ASiC-E) that holds every signature</source>
      <translation>連同載有每個簽署的容器 (ASiC-E)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>With every value as plain text as well</source>
      <translation>另附以純文字列出的所有數值</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/receipt.py" />
      <source>With it the return counts as filed.</source>
      <translation>記錄後，申報表即視為已遞交。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>With these {amount} moved to cold storage, ratio and cover are kept.</source>
      <translation>將這 {amount}移往冷儲存後，比率及保障額均符合要求。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>With {amount} moved, neither ratio nor cover is kept.</source>
      <translation>移動 {amount}後，比率及保障額仍不符合要求。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>With {amount} moved, the cover is still HK$ {missing} too small; raise the cover.</source>
      <translation>移動 {amount}後，保障額仍欠 {missing} 港元；請提高保障額。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>With {amount} moved, the ratio is still too low.</source>
      <translation>移動 {amount}後，比率仍然過低。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/left_words.py" />
      <source>Withdrawn</source>
      <translation>已撤回</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>Words of the column, and the codes that they stand for</source>
      <translation>此欄的字詞，以及各自代表的代碼</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Workbook</source>
      <translation>試算表</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingstools.py" />
      <source>Workbooks (*.xlsx)</source>
      <translation>試算表 (*.xlsx)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Workbooks (*.xlsx);;All files (*)</source>
      <translation>試算表 (*.xlsx);;所有檔案 (*)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Workbooks (*.xlsx);;Text (*.txt)</source>
      <translation>試算表 (*.xlsx);;文字檔 (*.txt)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/settings.py" />
      <source>Workspace</source>
      <translation>工作檔</translation>
    </message>
    <message>
      <location filename="../../app/ui/restoring.py" />
      <source>Workspaces (*.praya)</source>
      <translation>工作檔 (*.praya)</translation>
    </message>
    <message>
      <location filename="../../app/ui/restoring.py" />
      <source>Workspaces (*.praya);;All files (*)</source>
      <translation>工作檔 (*.praya);;所有檔案 (*)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Write a template…</source>
      <translation>產生範本…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Write the copy…</source>
      <translation>寫出副本…</translation>
    </message>
    <message>
      <location filename="../../app/ui/about.py" />
      <source>Write the file…</source>
      <translation>寫出檔案…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/xmlfiles.py" />
      <source>Written to {file} in the program's own form.</source>
      <translation>已寫入 {file}，採用本程式自身的格式。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingstools.py" />
      <source>Written to {file}.</source>
      <translation>已寫入 {file}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/xmlfiles.py" />
      <source>Written to {file}: the opened file with what was changed since.</source>
      <translation>已寫入 {file}：所開啟的檔案，連同其後的更改。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/xmlfiles.py" />
      <source>Written to {file}: the opened file, byte for byte.</source>
      <translation>已寫入 {file}：與所開啟的檔案逐位元組相同。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/exported.py" />
      <source>Written to {folder}. Hand the files over, then record the receipt.</source>
      <translation>已寫入 {folder}。請遞交檔案，然後記錄回執。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/xmlfiles.py" />
      <source>XML files (*.xml)</source>
      <translation>XML 檔案 (*.xml)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>XML schemas (*.xsd)</source>
      <translation>XML 結構檔 (*.xsd)</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/gridmodel.py" />
      <source>Yes</source>
      <translation>是</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>Yes or no</source>
      <translation>是或否</translation>
    </message>
    <message>
      <location filename="../../app/ui/status.py" />
      <source>You act as {seat}</source>
      <translation>你以「{seat}」的身分操作</translation>
    </message>
    <message>
      <location filename="../../app/ui/status.py" />
      <source>You act as {seat}: everything is recorded under this name.</source>
      <translation>你以「{seat}」的身分操作：一切均以此名義記錄。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>You approve exactly what is shown now; any later edit voids the approval.</source>
      <translation>你批核的正是現時顯示的內容；其後如有任何更改，批核即告失效。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/readiness.py" />
      <source>You had a hand in this return; another person has to approve it.</source>
      <translation>你有份擬備此申報表，須由另一人批核。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>Your choice</source>
      <translation>你的選擇</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>Your choice; the cells look different</source>
      <translation>你的選擇；但儲存格內容看來不符</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>Your name (the seat that acts)</source>
      <translation>你的姓名（操作身分）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Zip archive of the pack</source>
      <translation>格式包的 zip 壓縮檔</translation>
    </message>
    <message>
      <location filename="../../app/ui/about.py" />
      <source>Zip files (*.zip)</source>
      <translation>Zip 檔案 (*.zip)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/xmlfiles.py" />
      <source>a signature</source>
      <translation>簽署</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>a trusted authority</source>
      <translation>可信的機構</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>above {value}</source>
      <translation>大於 {value}</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>account currency</source>
      <translation>帳戶貨幣</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>active</source>
      <translation>生效</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>adding of {what}</source>
      <translation>加入{what}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/howpanel.py" />
      <source>and {n} more</source>
      <translation>另有 {n} 項</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>another alternative in {what}</source>
      <translation>在{what}改選另一項</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>another alternative taken</source>
      <translation>改選另一項</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>another order in {what}</source>
      <translation>更改{what}的次序</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>any time</source>
      <translation>任何時間</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>approval voided by an edit</source>
      <translation>因更改而令批核失效</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>approved</source>
      <translation>批核</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>approver that the return names</source>
      <translation>申報表所載批核人</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>as {name}</source>
      <translation>以「{name}」的名義</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>at least {n} characters</source>
      <translation>最少 {n} 個字元</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>at least {value}</source>
      <translation>最少 {value}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>at most {n} after the point</source>
      <translation>小數點後最多 {n} 位</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>at most {n} characters</source>
      <translation>最多 {n} 個字元</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>at most {n} digits</source>
      <translation>最多 {n} 位數字</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>at most {value}</source>
      <translation>最多 {value}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>attribute</source>
      <translation>屬性</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>authority</source>
      <translation>機構</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>backup restored</source>
      <translation>還原備份</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>below {value}</source>
      <translation>小於 {value}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>binding: all client assets by value, at least {share} %</source>
      <translation>具約束力：全部客戶資產按價值，最少 {share} %</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>binding: each asset by its units, at least {share} %</source>
      <translation>具約束力：每項資產按單位，最少 {share} %</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>block pasted into {what}</source>
      <translation>在{what}貼上一組儲存格</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>blocking</source>
      <translation>必須更正</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>bps</source>
      <translation>基點</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>carried forward</source>
      <translation>結轉</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>carrying forward</source>
      <translation>結轉</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>cells cleared in {what}</source>
      <translation>清除{what}的儲存格</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>cells filled down in {what}</source>
      <translation>在{what}向下填滿</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>certificate no longer trusted</source>
      <translation>已不再信任證書</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>certificate trusted</source>
      <translation>已信任證書</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>change of {what}</source>
      <translation>更改{what}</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>changed</source>
      <translation>已更改</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>checked</source>
      <translation>檢查</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>comment</source>
      <translation>意見</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/xmlfiles.py" />
      <source>comments</source>
      <translation>註解</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/field.py" />
      <source>computed</source>
      <translation>由公式計算</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>corrected</source>
      <translation>更正</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>cover: {cold} % of cold, {hot} % of hot and other</source>
      <translation>保障額：冷儲存的 {cold} %，熱儲存及其他儲存的 {hot} %</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home_cards.py" />
      <source>day not known</source>
      <translation>日期未知</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>days</source>
      <translation>日</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>digital signature</source>
      <translation>數碼簽署</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_list.py" />
      <source>done</source>
      <translation>已完成</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>due today</source>
      <translation>今日到期</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/month_strip.py" />
      <source>due {date}</source>
      <translation>限期 {date}</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/clockline.py" />
      <source>due {moment}</source>
      <translation>限期 {moment}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>element</source>
      <translation>元素</translation>
    </message>
    <message>
      <location filename="../../app/ui/restoring.py" />
      <source>empty: the key lies in the system's keyring</source>
      <translation>留空：密鑰存於系統的鑰匙圈</translation>
    </message>
    <message>
      <location filename="../../app/ui/i18n.py" />
      <source>en</source>
      <translation>zh-Hant</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>ended</source>
      <translation>已失效</translation>
    </message>
    <message>
      <location filename="../../app/ui/status.py" />
      <source>every change is saved at once</source>
      <translation>所有更改即時儲存</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>exactly {n} character</source>
      <translation>剛好 {n} 個字元</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>exactly {n} characters</source>
      <translation>剛好 {n} 個字元</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>explanation only</source>
      <translation>只須解釋</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>files exported</source>
      <translation>匯出檔案</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/sections.py" />
      <source>filled in</source>
      <translation>已填妥</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>finding explained</source>
      <translation>解釋檢查結果</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingstools.py" />
      <source>findings</source>
      <translation>檢查結果</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/movement_view.py" />
      <source>from nothing</source>
      <translation>由零增加</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>from {date}</source>
      <translation>由 {date} 起</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>further notice</source>
      <translation>另行通知</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/field.py" />
      <source>given by hand or file</source>
      <translation>由人手或檔案提供</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>gone</source>
      <translation>已移除</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>group added</source>
      <translation>加入組別</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>has no place any more</source>
      <translation>不再有相應欄位</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/xmlfiles.py" />
      <source>hints where the schema lies</source>
      <translation>結構檔位置提示</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>house rule, not law</source>
      <translation>自訂規則，並非法規</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>import of “{file}”</source>
      <translation>匯入「{file}」</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>import profile added</source>
      <translation>加入匯入設定</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>instruction</source>
      <translation>處理指令</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>is newly required</source>
      <translation>新增為必須填寫</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_adding.py" />
      <source>it bears the same title or one that looks like it</source>
      <translation>其標題與之相同或相似</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_adding.py" />
      <source>it holds exactly the same schemas</source>
      <translation>兩者的結構檔完全相同</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_adding.py" />
      <source>its name looks like that one's</source>
      <translation>其名稱與之相似</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_adding.py" />
      <source>its namespace looks like that one's</source>
      <translation>其命名空間與之相似</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_adding.py" />
      <source>its publisher's name looks like that one's</source>
      <translation>其發佈者名稱與之相似</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_adding.py" />
      <source>its type looks like that one's</source>
      <translation>其類型與之相似</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>law, text found</source>
      <translation>法規，已找到原文</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>law, text not found by us</source>
      <translation>法規，我們未找到原文</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>months</source>
      <translation>月</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>name</source>
      <translation>名稱</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>namespace</source>
      <translation>命名空間</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>new</source>
      <translation>新增</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>new row in {what}</source>
      <translation>{what}新增一行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>no</source>
      <translation>否</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>no deadline known</source>
      <translation>限期不詳</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/proposalbar.py" />
      <source>no figures</source>
      <translation>沒有數字</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>no longer fits</source>
      <translation>不再符合要求</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>no token is plugged in</source>
      <translation>沒有插入密鑰裝置</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>no two rows with the same {fields}</source>
      <translation>任何兩列的 {fields} 不得相同</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/howpanel.py" />
      <source>no value</source>
      <translation>沒有數值</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>no, not binding</source>
      <translation>否（不具約束力）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>non-repudiation</source>
      <translation>不可否認</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>not limited</source>
      <translation>沒有限制</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/changed.py" />
      <source>nothing</source>
      <translation>無</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_calendar.py" />
      <source>nothing due</source>
      <translation>沒有到期項目</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/sections.py" />
      <source>nothing required</source>
      <translation>沒有必填項目</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_adding.py" />
      <source>one of its files is that one's but for one short place</source>
      <translation>其中一個檔案與之只有一處不同</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>open a return first</source>
      <translation>請先開啟申報表</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/sections.py" />
      <source>optional, left out</source>
      <translation>選填，沒有填寫</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/clockline.py" />
      <source>overdue by {time}</source>
      <translation>逾期 {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>pack</source>
      <translation>套件</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>pack added</source>
      <translation>加入格式包</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>pack removed</source>
      <translation>移除格式包</translation>
    </message>
    <message>
      <location filename="../../app/ui/status.py" />
      <source>pack {pack} in force</source>
      <translation>適用格式包 {pack}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/xmlfiles.py" />
      <source>processing instructions</source>
      <translation>處理指令</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>product currency</source>
      <translation>產品貨幣</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>product currency per unit</source>
      <translation>每單位產品貨幣</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>profile</source>
      <translation>匯入設定</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>published standard</source>
      <translation>已發布的標準</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>receipt recorded</source>
      <translation>記錄回執</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>received</source>
      <translation>收到日期</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>redone</source>
      <translation>重做</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>reference</source>
      <translation>參考編號</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>reference currency</source>
      <translation>參考貨幣</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>reference currency per unit</source>
      <translation>每單位參考貨幣</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>removal from {what}</source>
      <translation>從{what}移除</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>removal of {what}</source>
      <translation>移除{what}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/field.py" />
      <source>required</source>
      <translation>必填</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>return begun</source>
      <translation>開始申報表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>row added</source>
      <translation>加入一行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>row moved</source>
      <translation>移動一行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>row removed</source>
      <translation>移除一行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>rows</source>
      <translation>行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>rows added</source>
      <translation>加入多行</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>rows moved in {what}</source>
      <translation>在{what}移動行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>rows removed</source>
      <translation>移除多行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>saved as XML</source>
      <translation>另存為 XML</translation>
    </message>
    <message>
      <location filename="../../app/ui/status.py" />
      <source>saved {time}</source>
      <translation>{time} 已儲存</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home_cards.py" />
      <source>say in Settings when the financial year ends</source>
      <translation>請在設定填寫財政年度終結日</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>sent back</source>
      <translation>退回</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>sent for review</source>
      <translation>送交批核</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>setting changed</source>
      <translation>更改設定</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>share</source>
      <translation>佔比</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>signed</source>
      <translation>簽署</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>signer</source>
      <translation>簽署人</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>single fields</source>
      <translation>個別欄位</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>staked assets count as other storage</source>
      <translation>已質押資產視為其他儲存</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>staked assets count where their key is</source>
      <translation>已質押資產按其密碼匙所在計算</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>state changed</source>
      <translation>狀態更改</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>step</source>
      <translation>步驟</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>such as {example}</source>
      <translation>例如 {example}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>switched off</source>
      <translation>已停用</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>text</source>
      <translation>文字</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/proposalbar.py" />
      <source>the difference has grown from {then} to {now}, more than the firm allows</source>
      <translation>差額由 {then} 增至 {now}，超出公司所定的幅度</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/movement_view.py" />
      <source>the greatest {n} are shown</source>
      <translation>顯示最大的 {n} 項</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/movement_view.py" />
      <source>the same</source>
      <translation>不變</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>the signer approved the content</source>
      <translation>簽署人批核了內容</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>the signer prepared the content</source>
      <translation>簽署人擬備了內容</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>the signer prepared, approved and sent it</source>
      <translation>簽署人擬備、批核並發出</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/transfer.py" />
      <source>there is no such column.</source>
      <translation>沒有此欄。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_calendar.py" />
      <source>today</source>
      <translation>今天</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>undone</source>
      <translation>復原</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>unexplained</source>
      <translation>未解釋</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>units</source>
      <translation>單位</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>until</source>
      <translation>直至</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>value</source>
      <translation>數值</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>value typed</source>
      <translation>輸入數值</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>values changed</source>
      <translation>更改數值</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>voided</source>
      <translation>作廢</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>where {condition}</source>
      <translation>條件：{condition}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>workbook imported</source>
      <translation>匯入試算表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>workspace made</source>
      <translation>建立工作檔</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>yes</source>
      <translation>是</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/words.py" />
      <source>{amount} less than in {month}</source>
      <translation>較{month}減少 {amount}</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/words.py" />
      <source>{amount} more than in {month}</source>
      <translation>較{month}增加 {amount}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>{amount} moved to cold storage bring ratio and cover back; there may be less.</source>
      <translation>將 {amount}移往冷儲存可使比率及保障額回復符合要求；可能有更低的價值。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/paper.py" />
      <source>{count}; the first {shown} are shown, the form shows all</source>
      <translation>{count}；此處顯示首 {shown} 行，表格顯示全部</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>{date}, {time}</source>
      <translation>{date} {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>{days} {hours} h</source>
      <translation>{days} {hours} 小時</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>{day} {month} {year}</source>
      <translation>{year}年{month}{day}日</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/plot.py" />
      <source>{day} {short_month}</source>
      <translation>{short_month}{day}日</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_calendar.py" />
      <source>{day}: {words}</source>
      <translation>{day}：{words}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>{deadlines} written to {file}.</source>
      <translation>{deadlines}已寫入 {file}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/ready_view.py" />
      <source>{done} of {all} done</source>
      <translation>已完成 {done} 項（共 {all} 項）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>{due}, {late}</source>
      <translation>{due}，{late}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_adding.py" />
      <source>{file} has no pack.toml, and its documents may begin with several elements. Choose the one that this return begins with.</source>
      <translation>{file} 沒有 pack.toml，其文件可由多個元素開始。請選擇此申報表的根元素。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>{file} is imported; {left}. It is one step: Undo takes all of it back.</source>
      <translation>已匯入 {file}；{left}。此為一個步驟：「復原」可全部還原。</translation>
    </message>
    <message>
      <location filename="../../app/ui/dropping.py" />
      <source>{file} is not imported: {why}.</source>
      <translation>沒有匯入 {file}：{why}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>{file} is not laid out as “{layout}” says. Choose another layout.</source>
      <translation>{file} 的版面與「{layout}」不符，請另選版面。</translation>
    </message>
    <message>
      <location filename="../../app/ui/restoring.py" />
      <source>{file} is restored and was read whole: {n} entries of the history.</source>
      <translation>{file} 已還原並整份讀過：歷史記錄共 {n} 項。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/backup_settings.py" />
      <source>{file} opens and is whole.
In it: {kinds}.
History: {n} entries, last hash {hash}. {behind}
SHA-256 {digest}, {size} bytes, as its manifest says. Read {when}.</source>
      <translation>{file} 可以開啟而且完整。
內容：{kinds}。
歷史：{n} 項，最後雜湊值 {hash}。{behind}
SHA-256 {digest}，{size} 位元組，與清單相符。讀取時間 {when}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/originview.py" />
      <source>{file} · {sheet} · {cell}</source>
      <translation>{file} · {sheet} · {cell}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>{file}, sheet {sheet}, cell {cell}, imported by {by}, {at}</source>
      <translation>{file}，工作表 {sheet}，儲存格 {cell}，由 {by} 匯入，{at}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingstools.py" />
      <source>{file}: {findings}</source>
      <translation>{file}：{findings}</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/notice.py" />
      <source>{file}: {message}</source>
      <translation>{file}：{message}</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/words.py" />
      <source>{first} to {last}.</source>
      <translation>{first}至{last}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>{hours} h {minutes} min</source>
      <translation>{hours} 小時 {minutes} 分鐘</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/left_words.py" />
      <source>{left} (checked before the last change)</source>
      <translation>{left}（檢查後再有更改）</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/panel.py" />
      <source>{left} against {right}</source>
      <translation>{left} 對 {right}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/sections.py" />
      <source>{left} of {total} left</source>
      <translation>尚餘 {left} 項（共 {total} 項）</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>{minutes} min</source>
      <translation>{minutes} 分鐘</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>{month} {year}</source>
      <translation>{year}年{month}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/drop_dialog.py" />
      <source>{name} (fits)</source>
      <translation>{name}（吻合）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/drop_dialog.py" />
      <source>{name} (layout not known yet)</source>
      <translation>{name}（版面未知）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/drop_dialog.py" />
      <source>{name} ({n} of {all} fit)</source>
      <translation>{name}（{all} 個之中 {n} 個吻合）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>{name}, until {day}</source>
      <translation>{name}，有效期至 {day}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/backup_settings.py" />
      <source>{n} backup is there.</source>
      <translation>現有 {n} 份備份。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/backup_settings.py" />
      <source>{n} backups are there.</source>
      <translation>現有 {n} 份備份。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/sections.py" />
      <source>{n} blocking</source>
      <translation>{n} 項必須更正</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/readiness.py" />
      <source>{n} blocking finding has to be mended first.</source>
      <translation>須先處理 {n} 項必須更正的檢查結果。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/readiness.py" />
      <source>{n} blocking findings have to be mended first.</source>
      <translation>須先處理 {n} 項必須更正的檢查結果。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingswords.py" />
      <source>{n} blocking in {rules}</source>
      <translation>{rules}中有 {n} 項必須更正</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/transfer.py" />
      <source>{n} cell pasted.</source>
      <translation>已貼上 {n} 個儲存格。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/transfer.py" />
      <source>{n} cells pasted.</source>
      <translation>已貼上 {n} 個儲存格。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>{n} change</source>
      <translation>{n} 項變更</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>{n} changes</source>
      <translation>{n} 項變更</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>{n} clock is running</source>
      <translation>{n}個時限正在計算</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>{n} clocks are running</source>
      <translation>{n} 個時限正在計算</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>{n} code to choose from</source>
      <translation>可選 {n} 個代碼</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>{n} codes to choose from</source>
      <translation>可選 {n} 個代碼</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>{n} column has a field</source>
      <translation>{n} 欄已有欄位</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>{n} columns have a field</source>
      <translation>{n} 欄已有欄位</translation>
    </message>
    <message>
      <location filename="../../app/ui/palette.py" />
      <source>{n} command</source>
      <translation>{n} 項指令</translation>
    </message>
    <message>
      <location filename="../../app/ui/palette.py" />
      <source>{n} commands</source>
      <translation>{n} 項指令</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>{n} day</source>
      <translation>{n} 天</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>{n} day left</source>
      <translation>尚餘 {n} 日</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>{n} day overdue</source>
      <translation>逾期 {n} 日</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>{n} days</source>
      <translation>{n} 天</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>{n} days left</source>
      <translation>尚餘 {n} 日</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>{n} days overdue</source>
      <translation>逾期 {n} 日</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>{n} deadline is</source>
      <translation>{n} 個限期</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>{n} deadlines are</source>
      <translation>{n} 個限期</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>{n} difference</source>
      <translation>{n} 項差異</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>{n} differences</source>
      <translation>{n} 項差異</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_calendar.py" />
      <source>{n} due</source>
      <translation>{n} 項到期</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/backup_settings.py" />
      <source>{n} entries of the history came after it.</source>
      <translation>其後有 {n} 項歷史記錄。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/backup_settings.py" />
      <source>{n} entry of the history came after it.</source>
      <translation>其後有 {n} 項歷史記錄。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/answer.py" />
      <source>{n} error</source>
      <translation>{n} 項錯誤</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/answer.py" />
      <source>{n} errors</source>
      <translation>{n} 項錯誤</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>{n} field</source>
      <translation>{n} 個欄位</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>{n} fields</source>
      <translation>{n} 個欄位</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingsmodel.py" />
      <source>{n} finding</source>
      <translation>{n} 項檢查結果</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingswords.py" />
      <source>{n} finding in all</source>
      <translation>共 {n} 項檢查結果</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/readiness.py" />
      <source>{n} finding needs an explanation first.</source>
      <translation>須先解釋 {n} 項檢查結果。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingsmodel.py" />
      <source>{n} findings</source>
      <translation>{n} 項檢查結果</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingswords.py" />
      <source>{n} findings in all</source>
      <translation>共 {n} 項檢查結果</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/readiness.py" />
      <source>{n} findings need an explanation first.</source>
      <translation>須先解釋 {n} 項檢查結果。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>{n} for information</source>
      <translation>{n} 項提示</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>{n} has none</source>
      <translation>{n} 欄沒有</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>{n} have none</source>
      <translation>{n} 欄沒有</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/movement_view.py" />
      <source>{n} line</source>
      <translation>{n} 行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/movement_view.py" />
      <source>{n} lines</source>
      <translation>{n} 行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/movement_view.py" />
      <source>{n} marked</source>
      <translation>{n} 項已標示</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>{n} may make a valid document invalid.</source>
      <translation>其中 {n} 項可能令有效的文件變為無效。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingswords.py" />
      <source>{n} need explanation</source>
      <translation>{n} 項須作解釋</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingswords.py" />
      <source>{n} needs explanation</source>
      <translation>{n} 項須作解釋</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/incidents.py" />
      <source>{n} open incident</source>
      <translation>{n} 宗未結束的事故</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/incidents.py" />
      <source>{n} open incidents</source>
      <translation>{n} 宗未結束的事故</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>{n} overdue</source>
      <translation>{n} 份逾期</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/month_strip.py" />
      <source>{n} return</source>
      <translation>{n} 份申報表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_calendar.py" />
      <source>{n} return due</source>
      <translation>{n} 份申報表待遞交</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/month_strip.py" />
      <source>{n} returns</source>
      <translation>{n} 份申報表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_calendar.py" />
      <source>{n} returns due</source>
      <translation>{n} 份申報表待遞交</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/sections.py" />
      <source>{n} row</source>
      <translation>{n} 行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>{n} row imported</source>
      <translation>已匯入 {n} 行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>{n} row stayed as it was</source>
      <translation>{n} 行保留原狀</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>{n} row stays as it is.</source>
      <translation>{n} 行保留原狀。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/sections.py" />
      <source>{n} rows</source>
      <translation>{n} 行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>{n} rows imported</source>
      <translation>已匯入 {n} 行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>{n} rows stay as they are.</source>
      <translation>{n} 行保留原狀。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>{n} rows stayed as they were</source>
      <translation>{n} 行保留原狀</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingswords.py" />
      <source>{n} rule</source>
      <translation>{n} 條規則</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingswords.py" />
      <source>{n} rules</source>
      <translation>{n} 條規則</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>{n} single value too</source>
      <translation>另有 {n} 個數值</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>{n} single values too</source>
      <translation>另有 {n} 個數值</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>{n} switched off</source>
      <translation>{n} 條已停用</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>{n} table</source>
      <translation>{n} 個表格</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>{n} tables</source>
      <translation>{n} 個表格</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/sections.py" />
      <source>{n} to explain</source>
      <translation>{n} 項須作解釋</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/carried.py" />
      <source>{n} value</source>
      <translation>{n} 個數值</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>{n} value differs</source>
      <translation>{n} 個數值不同</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/carried.py" />
      <source>{n} values</source>
      <translation>{n} 個數值</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>{n} values differ</source>
      <translation>{n} 個數值不同</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/transfer.py" />
      <source>{n} was not taken</source>
      <translation>{n} 個未獲接納</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/transfer.py" />
      <source>{n} were not taken</source>
      <translation>{n} 個未獲接納</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>{n} word stands for nothing yet</source>
      <translation>{n} 個字詞未有對應代碼</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>{n} words stand for nothing yet</source>
      <translation>{n} 個字詞未有對應代碼</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>{other} has taken the place of {pack} since {day}.</source>
      <translation>自 {day} 起，{other} 取代 {pack}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>{pack} and {other} are in force from the same day; {other} is taken.</source>
      <translation>{pack} 與 {other} 同日生效；採用 {other}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>{pack} comes into force on {day}.</source>
      <translation>{pack} 於 {day} 生效。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>{pack} is no longer in force since {day}.</source>
      <translation>{pack} 自 {day} 起不再生效。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>{pack} was to be looked at again by {day}: ask its publisher whether it still holds.</source>
      <translation>{pack} 原應於 {day} 前覆核：請向發佈者查詢是否仍然適用。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/proposalbar.py" />
      <source>{period}: {then}; now: {now}</source>
      <translation>{period}：{then}；現時：{now}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>{rows} from {file}. It is one step: Undo takes all of it back.</source>
      <translation>{rows}，來自 {file}。這是一個步驟，「復原」可全部還原。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/proposalbar.py" />
      <source>{said} has lapsed: {why}</source>
      <translation>{said}已失效：{why}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>{sheet} (not imported)</source>
      <translation>{sheet}（不匯入）</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/plot.py" />
      <source>{short_month} {year}</source>
      <translation>{year}年{short_month}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/table.py" />
      <source>{shown} of {rows}</source>
      <translation>{rows}中的 {shown} 行</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/originview.py" />
      <source>{shown} of {total} rows: the first ones, and those around the cell</source>
      <translation>{total} 行中的 {shown} 行：開首數行及該儲存格前後各行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>{state} from {date}</source>
      <translation>由 {date} 起{state}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home_cards.py" />
      <source>{sure}; the day: {day}</source>
      <translation>{sure}；日期：{day}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>{table} it belongs to: {field}</source>
      <translation>所屬{table}：{field}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>{table} stands on two sheets. Choose one; the sheet {sheet} is the second.</source>
      <translation>{table} 見於兩張工作表。請選擇其一；工作表 {sheet} 是第二張。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>{table}: {new} new, {changed} changed, {gone} gone, {same} the same</source>
      <translation>{table}：新增 {new}、更改 {changed}、移除 {gone}、不變 {same}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/originview.py" />
      <source>{text}, the cell of the value</source>
      <translation>{text}，數值所在的儲存格</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/clockline.py" />
      <source>{time} left</source>
      <translation>尚餘 {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/plot.py" />
      <source>{unit} million</source>
      <translation>百萬 {unit}</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/words.py" />
      <source>{unit} {n}</source>
      <translation>{n} {unit}</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/words.py" />
      <source>{unit} {n} bn</source>
      <translation>{n} 十億{unit}</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/words.py" />
      <source>{unit} {n} k</source>
      <translation>{n} 千{unit}</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/words.py" />
      <source>{unit} {n} m</source>
      <translation>{n} 百萬{unit}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>{verdict} (before the last change)</source>
      <translation>{verdict}（最後一次更改之前）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/carried.py" />
      <source>{what} carried forward from {period}. Look them over.</source>
      <translation>已由 {period} 結轉{what}，請過目。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/detail.py" />
      <source>{what} {n}</source>
      <translation>{what} {n}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/gotofield.py" />
      <source>{what}, row {n}</source>
      <translation>{what}，第 {n} 行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/month_strip.py" />
      <source>{what}: nothing here</source>
      <translation>{what}：沒有申報表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/month_strip.py" />
      <source>{what}: {words}</source>
      <translation>{what}：{words}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>{when}, at the seat of {seat}</source>
      <translation>{when}，由 {seat} 操作</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>{when}: {words}</source>
      <translation>{when}：{words}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/ready_view.py" />
      <source>{who}, {moment}</source>
      <translation>{who}，{moment}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>{who}, {role}</source>
      <translation>{who}，{role}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/proposalbar.py" />
      <source>“{text}”</source>
      <translation>「{text}」</translation>
    </message>
    <message>
      <location filename="../../app/ui/whereabouts.py" />
      <source>“{text}” was being typed and is not stored.</source>
      <translation>「{text}」當時正在輸入，尚未儲存。</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/changed.py" />
      <source>“{value}”</source>
      <translation>「{value}」</translation>
    </message>
  </context>
</TS>
