<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
      <translation>编辑(&amp;E)</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>&amp;File</source>
      <translation>文件(&amp;F)</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>&amp;Go</source>
      <translation>前往(&amp;G)</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>&amp;Help</source>
      <translation>说明(&amp;H)</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>&amp;Return</source>
      <translation>申报表(&amp;R)</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>&amp;Sign</source>
      <translation>签署(&amp;S)</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>&amp;Tools</source>
      <translation>工具(&amp;T)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>(the first {n} are listed)</source>
      <translation>（列出首 {n} 个）</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/legend.py" />
      <source>, </source>
      <translation>、</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/panel.py" />
      <source>, difference {difference}</source>
      <translation>，差额 {difference}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>1  The workbook</source>
      <translation>1　试算表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>2  What would change</source>
      <translation>2　会有甚么更改</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>3  What is wrong</source>
      <translation>3　有甚么问题</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>A calculation on what the return says of its reporting time, not an instruction. Nothing is written to the return, and nothing is moved.</source>
      <translation>此页只是按申报表截算时间的数字作出的计算，并非指示。申报表没有任何更改，亦没有移动任何资产。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>A column such as “client-cold” can say two things at once</source>
      <translation>例如「client-cold」一栏，可同时表示两项资料</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>A comment is optional.</source>
      <translation>意见可以不填。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>A copy of a return that was signed here, with a time-stamp that proves when.</source>
      <translation>在此签署的申报表的副本，附有证明签署时间的时间戳。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>A copy of the draft under {pack} is made; the original stays as it is.</source>
      <translation>已按 {pack} 制作草稿的副本；原稿保持不变。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/readiness.py" />
      <source>A correction has taken its place; file that one.</source>
      <translation>已由更正申报表取代；请递交更正的一份。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>A file of evidence</source>
      <translation>证据文件</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/movement_view.py" />
      <source>A large change</source>
      <translation>大幅变动</translation>
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
      <translation>格式包载有一种申报表的结构、表格及规则。可从文件夹、zip 档或单一 XSD 加入。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/left_words.py" />
      <source>A receipt is recorded</source>
      <translation>已记录回执</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>A return comes here once it is approved and signed. Signed is not filed: record the receipt when it arrives.</source>
      <translation>申报表经批核及签署后会在此显示。签署不等于递交：收到回执后请记录。</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>A time-stamp of {authority} proves that it existed at {moment}.</source>
      <translation>{authority} 的时间戳证明它于 {moment} 已经存在。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/field.py" />
      <source>A value is required here.</source>
      <translation>此栏必须填写。</translation>
    </message>
    <message>
      <location filename="../../app/ui/about.py" />
      <source>A zip file for whoever helps you: versions of the program, names and hashes of the schema packs, the layout of the workspace with the number of its rows, your choices as far as they are words of the program, and the log.

Amounts, names, addresses, paths, passwords and PINs are masked or were never written. Nothing is sent. Every file in it is plain text: look at it before you hand it on.</source>
      <translation>一个 zip 文件，供协助你的人使用：程序版本、格式包的名称及哈希值、工作区的结构及行数、属程序用语的选项，以及记录档。

金额、姓名、地址、路径、密码及 PIN 均已遮盖或从未写入。不会传送任何资料。内里全是纯文字，交出前可先查看。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>About</source>
      <translation>关于</translation>
    </message>
    <message>
      <location filename="../../app/ui/about.py" />
      <source>About Praya</source>
      <translation>关于 Praya</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/editor.py" />
      <source>About the chosen field</source>
      <translation>所选字段的说明</translation>
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
      <translation>加入导入设置…</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/table.py" />
      <source>Add a row to “{what}”</source>
      <translation>在「{what}」加一行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>Add a signature</source>
      <translation>加入签署</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>Add a text inside the chosen element</source>
      <translation>在所选元素内加入文字</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>Add an attribute to the chosen element</source>
      <translation>为所选元素加入属性</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>Add an element inside the chosen one</source>
      <translation>在所选元素内加入元素</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Add comment</source>
      <translation>加入意见</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/table.py" />
      <source>Add row</source>
      <translation>加一行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/incidents.py" />
      <source>Add the schema pack of a return that answers an event; its incidents appear here.</source>
      <translation>加入为事件而设的申报表格式包；其事故会在此显示。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>Add the schema pack of a return that your firm owes; its deadlines appear here.</source>
      <translation>请加入贵公司须递交的申报表的格式包；其限期会在此显示。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>Add this signature</source>
      <translation>加入此签署</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/group.py" />
      <source>Add “{what}”</source>
      <translation>加入「{what}」</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Address of the authority's server</source>
      <translation>机构服务器的地址</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Add…</source>
      <translation>加入…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>After</source>
      <translation>之后</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/backup_settings.py" />
      <source>After changes, a copy is made, opened and read before it counts. The last {n} are kept in {folder}. Copy that folder to another place from time to time: it lies on the same disk.</source>
      <translation>有更改后会制作副本，并开启及读取核实后才作准。最近 {n} 份保存于 {folder}。请不时将该文件夹复制到其他地方，因为它位于同一磁盘。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/movement_view.py" />
      <source>Against {period}, filed</source>
      <translation>与已递交的 {period} 比较</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>All changes</source>
      <translation>所有更改</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/receipt.py" />
      <source>All files (*)</source>
      <translation>所有文件 (*)</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>All findings</source>
      <translation>所有检查结果</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/returns.py" />
      <source>All states</source>
      <translation>所有状态</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>All values of the report before it are carried over; the number goes on.</source>
      <translation>前一份报告的所有数值会结转，编号顺延。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Another person has to approve it first.</source>
      <translation>须先由另一人批核。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>Another person signs the same file with another key.</source>
      <translation>由另一人以另一密钥签署同一文件。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/ready_view.py" />
      <source>Another person than the preparers approved exactly this content.</source>
      <translation>拟备人以外的另一人已批核这份内容。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Any signed XML or container: the answer is valid, not valid, or cannot be determined.</source>
      <translation>任何已签署的 XML 或容器：答案为有效、无效或无法判定。</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Approve</source>
      <translation>批核</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Approve as {name}</source>
      <translation>以「{name}」的名义批核</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Approve the return</source>
      <translation>批核申报表</translation>
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
      <translation>压缩档 (*.zip)</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>Arrow keys move from point to point, T shows the table.</source>
      <translation>方向键逐点移动，按 T 显示表格。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingstools.py" />
      <source>As a list (.xlsx)…</source>
      <translation>导出为清单 (.xlsx)…</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/rowactions.py" />
      <source>As in the return</source>
      <translation>按申报表次序</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>As text</source>
      <translation>以文字显示</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/settings.py" />
      <source>As the system</source>
      <translation>跟随系统</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Ask the server…</source>
      <translation>向服务器索取…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Asset</source>
      <translation>资产</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Assets and what to move to cold storage</source>
      <translation>各项资产及移往冷储存的数量</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>Attribute</source>
      <translation>属性</translation>
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
      <translation>备份至文件夹</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Back up…</source>
      <translation>备份…</translation>
    </message>
    <message>
      <location filename="../../app/ui/assistance.py" />
      <source>Backed up to {file}; the copy was opened and read.</source>
      <translation>已备份至 {file}；备份已开启并读取核对。</translation>
    </message>
    <message>
      <location filename="../../app/ui/restoring.py" />
      <source>Backup (a .praya file)</source>
      <translation>备份（.praya 文件）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/backup_settings.py" />
      <source>Backups</source>
      <translation>备份</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Before</source>
      <translation>之前</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_list.py" />
      <source>Begin</source>
      <translation>开始</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/incidents.py" />
      <source>Begin a report when something happens: its number, its clocks and the reports that follow it are kept together here.</source>
      <translation>发生事故时开始一份报告：其编号、时限及后续报告都会集中在此。</translation>
    </message>
    <message>
      <location filename="../../app/ui/palette.py" />
      <source>Begin: {what}</source>
      <translation>开始：{what}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/xmlfiles.py" />
      <source>Beside its values the file holds {what}. “Save as XML” keeps what is no signature; what is signed will not hold it.</source>
      <translation>除数值外，文件还载有{what}。「另存为 XML」会保留签署以外的这些内容，但签署的版本不会载有。</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/legend.py" />
      <source>Beyond the limit</source>
      <translation>超出限度</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Blocking</source>
      <translation>必须更正</translation>
    </message>
    <message>
      <location filename="../../app/ui/restoring.py" />
      <source>Browse…</source>
      <translation>浏览…</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>By month</source>
      <translation>按月</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>By rule</source>
      <translation>按规则</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>By table</source>
      <translation>按表格</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Bytes</source>
      <translation>字节</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>CE number (three letters, three digits)</source>
      <translation>中央编号（三个字母、三个数字）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>Calendar</source>
      <translation>日历</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>Calendars (*.ics)</source>
      <translation>日历 (*.ics)</translation>
    </message>
    <message>
      <location filename="../../app/ui/about.py" />
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Cannot be determined</source>
      <translation>未能确定</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>Carried forward from the last return by {by}, {at}</source>
      <translation>由 {by} 自上一份申报表承前，{at}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>Carried forward from {period}</source>
      <translation>由 {period} 结转</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>Carried forward from {period}: {what}.</source>
      <translation>由 {period} 结转：{what}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Carry forward</source>
      <translation>结转</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_columns.py" />
      <source>Cell</source>
      <translation>单元格</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/originview.py" />
      <source>Cells of the workbook, read-only</source>
      <translation>工作簿的单元格，唯读</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>Certainty</source>
      <translation>确定程度</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Certificate of an authority</source>
      <translation>核证机关的证书</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
      <translation>证书 (*.pem *.crt *.cer);;所有文件 (*)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Certificate…</source>
      <translation>证书…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/movement_view.py" />
      <source>Change</source>
      <translation>变动</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_columns.py" />
      <source>Changed</source>
      <translation>更改</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/changed.py" />
      <source>Changed: {name}, from {before} to {after}.</source>
      <translation>已更改：{name}，由{before}改为{after}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>Changes</source>
      <translation>变更</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>Changes and drafts</source>
      <translation>变更及草稿</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>Chart</source>
      <translation>图表</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>Chart: {title}</source>
      <translation>图表：{title}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>Check</source>
      <translation>检查</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>Check the return (F8)</source>
      <translation>检查申报表（F8）</translation>
    </message>
    <message>
      <location filename="../../app/ui/steps.py" />
      <source>Check the return first; nothing may stand in the way.</source>
      <translation>请先检查申报表；不可有任何事项有待处理。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingswords.py" />
      <source>Checked {when}, changed since then</source>
      <translation>已于 {when} 检查，其后有改动</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingswords.py" />
      <source>Checked {when}, unchanged since</source>
      <translation>已于 {when} 检查，其后未有改动</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>Checking…</source>
      <translation>检查中……</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Choose a correction, or a return that was corrected.</source>
      <translation>请选择一份更正，或一份已更正的申报表。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/panel.py" />
      <source>Choose a field first.</source>
      <translation>请先选择字段。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/panel.py" />
      <source>Choose a field to see what it means.</source>
      <translation>选择一个字段以查看其意思。</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>Choose a file and say who acts.</source>
      <translation>请选择文件并填写操作人。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Choose a file…</source>
      <translation>选择文件…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Choose a key file (.p12)…</source>
      <translation>选择密钥文件（.p12）…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Choose a return that is signed, not yet filed.</source>
      <translation>请选择一份已签署（未递交）的申报表。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Choose a workbook first.</source>
      <translation>请先选择试算表。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Choose a workbook…</source>
      <translation>选择试算表…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Choose one: you see cell by cell what would change and what is wrong, before anything changes. Or drop it anywhere on this window. The columns of a workbook of another layout are matched once.</source>
      <translation>选择一份工作簿：在任何内容更改之前，你会逐格看到将有何更改及有何错误。亦可把它拖放到本窗口任何位置。其他版面的工作簿，字段只需配对一次。</translation>
    </message>
    <message>
      <location filename="../../app/ui/restoring.py" />
      <source>Choose the backup.</source>
      <translation>请选择备份。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>Choose the key and show its certificate first.</source>
      <translation>请先选择密钥并显示其证书。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>Choose the key of the person who signs. It stays where it is.</source>
      <translation>选择签署人的密钥。密钥会留在原处。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Choose the token's driver…</source>
      <translation>选择密钥装置的驱动程序…</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/choiceswitch.py" />
      <source>Choose…</source>
      <translation>请选择…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_claims.py" />
      <source>City</source>
      <translation>城市</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_claims.py" />
      <source>City where it is signed</source>
      <translation>签署所在城市</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/rowactions.py" />
      <source>Clear</source>
      <translation>清除</translation>
    </message>
    <message>
      <location filename="../../app/ui/about.py" />
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/notice.py" />
      <source>Close the message</source>
      <translation>关闭消息</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Close the return</source>
      <translation>关闭申报表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/incidents.py" />
      <source>Closed</source>
      <translation>已结束</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingsmodel.py" />
      <source>Code</source>
      <translation>代码</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Cold ratio by value</source>
      <translation>按价值的冷储存比率</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>Column</source>
      <translation>栏</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>Columns of the sheet</source>
      <translation>工作表各栏</translation>
    </message>
    <message>
      <location filename="../../app/ui/palette.py" />
      <source>Commands</source>
      <translation>指令</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Comment</source>
      <translation>意见</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Comment…</source>
      <translation>意见…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>Compare</source>
      <translation>比较</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>Compare packs</source>
      <translation>比较格式包</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Compare with the correction…</source>
      <translation>与更正比较…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Compare with the original…</source>
      <translation>与原申报表比较…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>Compare {pack} with</source>
      <translation>把 {pack} 与以下格式包比较</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Compare…</source>
      <translation>比较…</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>Computed</source>
      <translation>由程序计算</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/gridmodel.py" />
      <source>Computed: {how}</source>
      <translation>计算方法：{how}</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>Content of {name}, by {pack} and its rules as they stand now: {blocking} blocking, {explain} to explain.</source>
      <translation>{name} 的内容（按 {pack} 及其现行规则）：{blocking} 项须修正，{explain} 项须解释。</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>Content of {name}: fits {pack} and its rules as they stand now.</source>
      <translation>{name} 的内容：符合 {pack} 及其现行规则。</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>Content of {name}: not judged. {reason}</source>
      <translation>{name} 的内容：未作判断。{reason}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_list.py" />
      <source>Continue</source>
      <translation>继续</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/settings.py" />
      <source>Contrast</source>
      <translation>对比</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/rowactions.py" />
      <source>Copy</source>
      <translation>复制</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingstools.py" />
      <source>Copy the chosen finding</source>
      <translation>复制所选检查结果</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Corrected</source>
      <translation>已更正</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>Correction</source>
      <translation>更正后</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_claims.py" />
      <source>Country where it is signed, two letters</source>
      <translation>签署所在国家或地区，两个字母</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Cover held (HKD)</source>
      <translation>所持保障额（港元）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Cover missing (HKD)</source>
      <translation>尚欠保障额（港元）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Cover required (HKD)</source>
      <translation>所需保障额（港元）</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>Covered: {names}</source>
      <translation>已涵盖：{names}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>Create return</source>
      <translation>建立申报表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_columns.py" />
      <source>Current</source>
      <translation>现有</translation>
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
      <translation>日期及时间，例如 2026-10-31T23:59:59+08:00</translation>
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
      <translation>限期及建议以此为据。更改会记入记录；清空即撤回。</translation>
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
      <translation>小数</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_columns.py" />
      <source>Decision</source>
      <translation>决定</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>Detail</source>
      <translation>详情</translation>
    </message>
    <message>
      <location filename="../../app/ui/about.py" />
      <source>Diagnostics</source>
      <translation>诊断</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Diagnostics…</source>
      <translation>诊断…</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingsmodel.py" />
      <source>Difference</source>
      <translation>差额</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>Differences between original and correction</source>
      <translation>原申报表与更正的差异</translation>
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
      <translation>密钥装置的驱动程序 (PKCS#11)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Drivers (*.so *.dll *.dylib);;All files (*)</source>
      <translation>驱动程序 (*.so *.dll *.dylib);;所有文件 (*)</translation>
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
      <translation>申报期完结后 {n} 日内到期</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Due {n} days after the end of the period</source>
      <translation>申报期完结后 {n} 日内到期</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>Duties that no return answers</source>
      <translation>不以申报表履行的责任</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>Each month by its day with the least room</source>
      <translation>每月取余裕最少的一日</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/roworder.py" />
      <source>Each move can be taken back with Ctrl+Z.</source>
      <translation>每次移动都可按 Ctrl+Z 撤销。</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Edit the cell</source>
      <translation>编辑单元格</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>Element</source>
      <translation>元素</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>Empty the cells</source>
      <translation>清空单元格</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Enough by units</source>
      <translation>按单位足够</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>Esc stops it</source>
      <translation>按 Esc 停止</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/settings.py" />
      <source>Every change, approval and signature is recorded under this name. Whoever prepared a return cannot approve it.</source>
      <translation>每项更改、批核及签署均以此姓名记录。拟备申报表的人不得批核该申报表。</translation>
    </message>
    <message>
      <location filename="../../app/ui/searchfield.py" />
      <source>Every command, page and return by a few letters</source>
      <translation>输入几个字即可找到任何指令、页面及申报表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>Every deadline as a file (.ics) that any calendar reads</source>
      <translation>把所有限期写成任何日历程序都能读取的文件（.ics）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>Every field that is needed has its column.</source>
      <translation>所有必须填写的字段均有对应的栏。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Every row is left as it is; take one.</source>
      <translation>所有行均保留原状；请采用其中一行。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/ready_view.py" />
      <source>Every value has its right form, the document fits its schema, no blocking finding is left.</source>
      <translation>所有数值格式正确，文件符合结构，没有必须更正的检查结果。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/ready_view.py" />
      <source>Everybody who had a hand in the return is a preparer.</source>
      <translation>所有曾经手申报表的人均属拟备人。</translation>
    </message>
    <message>
      <location filename="../../app/ui/assistance.py" />
      <source>Everything is saved: each change is kept as it is made. File &gt; Back up… makes a copy.</source>
      <translation>全部已储存：每项更改均即时保存。「文件 &gt; 备份…」可制作副本。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>Everything is taken. Space leaves a row as it is, Ctrl+Space a single value.</source>
      <translation>全部采用。按空白键保留一行的原状，按 Ctrl+空白键保留单一数值。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>Everything stays as it is but what you take.</source>
      <translation>除你所采用的内容外，全部保留原状。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Evidence</source>
      <translation>证据</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>Evidence shows that nothing was revoked until {moment}.</source>
      <translation>证据显示截至 {moment} 没有证书被撤销。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Evidence…</source>
      <translation>证据…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>Examples</source>
      <translation>例子</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingsmodel.py" />
      <source>Expected</source>
      <translation>应为</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/ready_view.py" />
      <source>Explain</source>
      <translation>解释</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingsmodel.py" />
      <source>Explain anew: {text}</source>
      <translation>须重新解释：{text}</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>Explain it as last time</source>
      <translation>沿用上次的解释</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/proposalbar.py" />
      <source>Explain it as last time (Ctrl+Enter)</source>
      <translation>沿用上次的解释（Ctrl+Enter）</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>Explain the finding</source>
      <translation>解释该结果</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Explain the next finding</source>
      <translation>解释下一项结果</translation>
    </message>
    <message>
      <location filename="../../app/ui/steps.py" />
      <source>Explain {n} finding</source>
      <translation>解释 {n} 项检查结果</translation>
    </message>
    <message>
      <location filename="../../app/ui/steps.py" />
      <source>Explain {n} findings</source>
      <translation>解释 {n} 项检查结果</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingsmodel.py" />
      <source>Explained: {text}</source>
      <translation>已解释：{text}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingstools.py" />
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>Export calendar</source>
      <translation>导出日历</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>Export calendar…</source>
      <translation>导出日历…</translation>
    </message>
    <message>
      <location filename="../../app/ui/steps.py" />
      <source>Export files</source>
      <translation>导出文件</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Export files…</source>
      <translation>导出文件…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Export the calculation</source>
      <translation>导出计算结果</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingstools.py" />
      <source>Export the findings</source>
      <translation>导出检查结果</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Export…</source>
      <translation>导出…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>F2 or any digit: other units</source>
      <translation>按 F2 或任何数字键：输入其他数量</translation>
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
      <translation>字段</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>Field of the column</source>
      <translation>此栏对应的字段</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/gotofield.py" />
      <source>Fields</source>
      <translation>字段</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_columns.py" />
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <location filename="../../app/ui/restoring.py" />
      <source>File of the new workspace</source>
      <translation>新工作区的文件</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/settings.py" />
      <source>File of the workspace</source>
      <translation>工作档的文件</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Filed</source>
      <translation>已递交</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Files</source>
      <translation>文件</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Files of evidence</source>
      <translation>证据文件</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Files of the pack</source>
      <translation>格式包的文件</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/rowactions.py" />
      <source>Fill down</source>
      <translation>向下填满</translation>
    </message>
    <message>
      <location filename="../../app/ui/about.py" />
      <source>Fill in, check, approve, sign and keep the periodic returns of a licensed virtual-asset exchange, offline.

The forms and rules that come with it are a house format, a proposal; they are no official publication.</source>
      <translation>离线填写、检查、批核、签署及保存持牌虚拟资产交易所的定期申报表。

随附的表格及规则属自订格式，只是一项建议，并非官方文件。</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>Fill in, check, approve, sign and keep the periodic returns of a licensed virtual-asset exchange. Everything stays on this computer.</source>
      <translation>填写、检查、批核、签署及保存持牌虚拟资产交易平台的定期申报表。所有资料均留在此电脑。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>Filter</source>
      <translation>筛选</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/returns.py" />
      <source>Filter by state</source>
      <translation>按状态筛选</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Filter changes</source>
      <translation>筛选更改</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/table.py" />
      <source>Find in the table</source>
      <translation>在表格中寻找</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/table.py" />
      <source>Find in “{what}”</source>
      <translation>在「{what}」中寻找</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>Findings</source>
      <translation>检查结果</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Find…</source>
      <translation>寻找…</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>First and last cell</source>
      <translation>首个及最后一个单元格</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>Fold the findings (Ctrl+J)</source>
      <translation>收合检查结果（Ctrl+J）</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingstools.py" />
      <source>Folder for the marked copies</source>
      <translation>存放已标示副本的文件夹</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Folder for the signed files</source>
      <translation>存放已签署文件的文件夹</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Folder of the pack</source>
      <translation>格式包的文件夹</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_columns.py" />
      <source>Follows</source>
      <translation>随之计算</translation>
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
      <translation>实为</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_calendar.py" />
      <source>Fri</source>
      <translation>五</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>From</source>
      <translation>来源</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>From a folder…</source>
      <translation>从文件夹…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>From a single XSD…</source>
      <translation>从单一 XSD…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>From a zip archive…</source>
      <translation>从 zip 压缩档…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/settings.py" />
      <source>From now on everything is recorded under {name}.</source>
      <translation>由现在起，一切均以「{name}」的名义记录。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/gridmodel.py" />
      <source>Given instead of the computed value</source>
      <translation>以此值取代公式的结果</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/gotofield.py" />
      <source>Go to a field</source>
      <translation>前往字段</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Go to field…</source>
      <translation>前往字段…</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>Go to the field of the finding</source>
      <translation>前往该结果的字段</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/hintbar.py" />
      <source>Go to the figure</source>
      <translation>前往该数字</translation>
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
      <translation>每单位港元</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>HKD per unit of currency</source>
      <translation>每单位货币港元</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>Heading</source>
      <translation>标题</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>Headings in row</source>
      <translation>标题所在行</translation>
    </message>
    <message>
      <location filename="../../app/ui/help.py" />
      <source>Help</source>
      <translation>说明</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Help on what is shown</source>
      <translation>解说目前内容</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/panel.py" />
      <source>Hide the guidance</source>
      <translation>隐藏说明</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/panel.py" />
      <source>Hide the guidance (Ctrl+B)</source>
      <translation>隐藏说明（Ctrl+B）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/settings.py" />
      <source>High</source>
      <translation>高对比</translation>
    </message>
    <message>
      <location filename="../../app/ui/main_window.py" />
      <source>History</source>
      <translation>记录</translation>
    </message>
    <message>
      <location filename="../../app/ui/main_window.py" />
      <source>Home</source>
      <translation>主页</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Hot now</source>
      <translation>现时热储存</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>House format</source>
      <translation>自订格式</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>How findings are grouped</source>
      <translation>检查结果的分组方式</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/howpanel.py" />
      <source>How it is computed</source>
      <translation>如何计算</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>How sure</source>
      <translation>把握程度</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>How we stand</source>
      <translation>目前状况</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_claims.py" />
      <source>I approve the content</source>
      <translation>本人批核此内容</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_claims.py" />
      <source>I prepared the content</source>
      <translation>本人拟备此内容</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_claims.py" />
      <source>I prepared, approved and sent it</source>
      <translation>本人拟备、批核并发出</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>Id</source>
      <translation>编号</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Import</source>
      <translation>导入</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Import a workbook</source>
      <translation>导入试算表</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Import a workbook…</source>
      <translation>导入试算表…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Import profile</source>
      <translation>导入设置</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Import profiles (*.toml);;All files (*)</source>
      <translation>导入设置 (*.toml);;所有文件 (*)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Import what you take</source>
      <translation>导入所采用的内容</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Import {n} row</source>
      <translation>导入 {n} 行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Import {n} rows</source>
      <translation>导入 {n} 行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/drop_dialog.py" />
      <source>Import {n} workbook</source>
      <translation>导入 {n} 个试算表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/drop_dialog.py" />
      <source>Import {n} workbooks</source>
      <translation>导入 {n} 个试算表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Importing {file}</source>
      <translation>正在导入 {file}</translation>
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
      <translation>导入哪一份申报表？</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Issued by {issuer}</source>
      <translation>发证者：{issuer}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_adding.py" />
      <source>It could be taken for {pack}: {what}.</source>
      <translation>可能会与 {pack} 混淆：{what}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/readiness.py" />
      <source>It has not been checked since it was last changed.</source>
      <translation>自上次更改后尚未检查。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>It holds</source>
      <translation>内容</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_columns.py" />
      <source>It is computed or carried, and follows from the others.</source>
      <translation>此数值由计算或结转得出，随其他数值而定。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/readiness.py" />
      <source>It is filed already: the receipt is recorded.</source>
      <translation>已递交：回执已记录。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/readiness.py" />
      <source>It is in review and not approved yet; you may approve it.</source>
      <translation>正待批核；你可以批核。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>It is kept with the return, too.</source>
      <translation>副本亦已与申报表一并保存。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_columns.py" />
      <source>It stays as it is now.</source>
      <translation>保留现有数值。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>It stays in the workspace and can no longer be changed. Say why it is withdrawn.</source>
      <translation>申报表会留在工作档内，但不能再更改。请说明撤回原因。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/readiness.py" />
      <source>It was voided and is not to be filed.</source>
      <translation>此申报表已作废，无须递交。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>It will be recorded under {name}.</source>
      <translation>将以「{name}」的名义记录。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Its digest in words: {words}</source>
      <translation>其摘要的单字：{words}</translation>
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
      <translation>保留原状</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Keep proof in the file that no certificate was revoked.</source>
      <translation>在文件中保存没有证书被撤销的证明。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Keep with the return</source>
      <translation>与申报表一并保存</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>Keep, and look at the import</source>
      <translation>保存并查看导入内容</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Key file</source>
      <translation>密钥文件</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Key files (*.p12 *.pfx);;All files (*)</source>
      <translation>密钥文件 (*.p12 *.pfx);;所有文件 (*)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Key usage: {usage}</source>
      <translation>密钥用途：{usage}</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>Keyboard shortcuts</source>
      <translation>键盘快捷键</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>Keys</source>
      <translation>按键</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>Kind</source>
      <translation>类别</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/settings.py" />
      <source>Language</source>
      <translation>语言</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/rowactions.py" />
      <source>Largest first</source>
      <translation>由大至小</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/panel.py" />
      <source>Last filed</source>
      <translation>上次递交</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Layout</source>
      <translation>版面</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Layout of the workbook</source>
      <translation>试算表的版面</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>Least room, {when}: {words}</source>
      <translation>余裕最少之日 {when}：{words}</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/words.py" />
      <source>Least room: {point}</source>
      <translation>余裕最少：{point}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Least value again</source>
      <translation>回复最低价值</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_columns.py" />
      <source>Leave</source>
      <translation>保留原状</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Leave all</source>
      <translation>全部保留</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Leave out the rows that block</source>
      <translation>不采用有问题的行</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>Leave the table</source>
      <translation>离开表格</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Leave this workbook, and look at the next one</source>
      <translation>不导入此试算表，查看下一个</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/returns.py" />
      <source>Left</source>
      <translation>尚余</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/left_words.py" />
      <source>Left: 1 approval, signature, receipt</source>
      <translation>尚余：一次批核、签署、回执</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/left_words.py" />
      <source>Left: everything; begin it with one click</source>
      <translation>尚余：全部；按一下即可开始</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/left_words.py" />
      <source>Left: fill and check, 1 approval, signature, receipt</source>
      <translation>尚余：填写及检查、一次批核、签署、回执</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/left_words.py" />
      <source>Left: hand it over and record the receipt</source>
      <translation>尚余：递交并记录回执</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/left_words.py" />
      <source>Left: signature, receipt</source>
      <translation>尚余：签署、回执</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/left_words.py" />
      <source>Left: {findings}, 1 approval, signature, receipt</source>
      <translation>尚余：{findings}、一次批核、签署、回执</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/legend.py" />
      <source>Legend: {names}</source>
      <translation>图例：{names}</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>Licensed firm</source>
      <translation>持牌公司</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/settings.py" />
      <source>Light</source>
      <translation>浅色</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>Likely: by content</source>
      <translation>很可能：按内容</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>Likely: by name</source>
      <translation>很可能：按名称</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>List</source>
      <translation>清单</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/drop_dialog.py" />
      <source>Look at the import</source>
      <translation>查看导入内容</translation>
    </message>
    <message>
      <location filename="../../app/ui/dropping.py" />
      <source>Looking at {n} dropped files</source>
      <translation>正在查看拖放的 {n} 个文件</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>Looks at: {what}</source>
      <translation>适用于：{what}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/backup_settings.py" />
      <source>Make a backup when the window closes</source>
      <translation>关闭窗口时制作备份</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>Make a workspace</source>
      <translation>建立工作档</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/returns.py" />
      <source>Make the first one: choose the type and the period, then import or type.</source>
      <translation>建立第一份：选择类别及申报期，然后导入或输入。</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>Make workspace</source>
      <translation>建立工作档</translation>
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
      <translation>标示变动幅度至少</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingstools.py" />
      <source>Marked in a copy of your workbook…</source>
      <translation>标示于你的工作簿副本…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>Match columns</source>
      <translation>配对字段</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Match columns…</source>
      <translation>配对字段…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>Match the columns of {file}</source>
      <translation>配对 {file} 的字段</translation>
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
      <translation>含义</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>Meaning: {meaning}</source>
      <translation>含义：{meaning}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Mend the blocking findings in the workbook first, or leave out their rows.</source>
      <translation>请先在试算表更正有关检查结果，或不采用有关的行。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingsmodel.py" />
      <source>Message</source>
      <translation>内容</translation>
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
      <translation>已填多于一项，请选择保留哪一项。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/rowactions.py" />
      <source>Move down</source>
      <translation>下移</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>Move from point to point</source>
      <translation>逐点移动</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>Move the chosen part down</source>
      <translation>将所选部分下移</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>Move the chosen part up</source>
      <translation>将所选部分上移</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/roworder.py" />
      <source>Move the chosen row down</source>
      <translation>将所选的行下移</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/roworder.py" />
      <source>Move the chosen row up</source>
      <translation>将所选的行上移</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Move to cold</source>
      <translation>移往冷储存</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/rowactions.py" />
      <source>Move up</source>
      <translation>上移</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Movement</source>
      <translation>变动</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/movement_view.py" />
      <source>Movement against the last filed return</source>
      <translation>与上次递交的申报表比较的变动</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>Name</source>
      <translation>名称</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>Name of the profile</source>
      <translation>导入设置名称</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Namespace: {name}</source>
      <translation>命名空间：{name}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>Needed, and no column has it: the same in every row</source>
      <translation>必须填写但没有对应的栏：每行相同</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Needs explanation</source>
      <translation>须作解释</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_columns.py" />
      <source>New</source>
      <translation>新增</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>New here? The sample month of an invented exchange shows everything: import, findings, approval, signature.</source>
      <translation>首次使用？虚构交易平台的示范月份展示一切：导入、检查结果、批核、签署。</translation>
    </message>
    <message>
      <location filename="../../app/ui/news.py" />
      <source>New in this version</source>
      <translation>这个版本的改动</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/incidents.py" />
      <source>New incident</source>
      <translation>新事故</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>New return</source>
      <translation>新增申报表</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>New return…</source>
      <translation>新增申报表…</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Next finding</source>
      <translation>下一项检查结果</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Next part of the form</source>
      <translation>表格的下一部分</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/incident_card.py" />
      <source>Next report</source>
      <translation>下一份报告</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/incident_card.py" />
      <source>Next report of {id}</source>
      <translation>{id} 的下一份报告</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/gridmodel.py" />
      <source>No</source>
      <translation>否</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/backup_settings.py" />
      <source>No backup is there yet.</source>
      <translation>尚未有备份。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>No column has a field yet. Choose what a sheet holds, and its fields.</source>
      <translation>未有任何栏对应字段。请选择工作表的内容及其字段。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_list.py" />
      <source>No deadline known</source>
      <translation>期限不详</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/gotofield.py" />
      <source>No field has that in its name.</source>
      <translation>没有字段名称含有此文字。</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>No figures yet. Begin the {type} return or import its workbook; the picture appears with the first day.</source>
      <translation>尚未有数字。请开始一份 {type} 申报表或导入工作簿；有首日数字后即显示图表。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingswords.py" />
      <source>No finding stands in the way</source>
      <translation>没有任何检查结果构成障碍</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/incidents.py" />
      <source>No incident</source>
      <translation>没有事故</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/incidents.py" />
      <source>No pack for incident reports</source>
      <translation>没有事故报告的格式包</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>No pack for {type} is in force now; a new return cannot be begun.</source>
      <translation>现时没有适用于 {type} 的格式包，不能开始新的申报表。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_adding.py" />
      <source>No publisher has signed it.</source>
      <translation>没有发布者签署。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/carried.py" />
      <source>No return of this type is filed for an earlier period, or its pack carries nothing.</source>
      <translation>较早期间未有已递交的同类申报表，或其格式包没有结转项目。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/movement_view.py" />
      <source>No return of this type is filed for an earlier period. Once one is, each figure stands here beside the one filed last.</source>
      <translation>较早期间未有已递交的同类申报表。递交后，每个数字会在此与上次递交的并列。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/returns.py" />
      <source>No return yet</source>
      <translation>尚未有申报表</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/tableorder.py" />
      <source>No row holds “{text}”.</source>
      <translation>没有任何行包含「{text}」。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/table.py" />
      <source>No row matches.</source>
      <translation>没有相符的行。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/table.py" />
      <source>No rows yet. Add one, or paste a block from a workbook (Ctrl+V).</source>
      <translation>尚未有行。可加一行，或从试算表粘贴一组单元格（Ctrl+V）。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/table.py" />
      <source>No rows.</source>
      <translation>没有行。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>No schema pack</source>
      <translation>没有格式包</translation>
    </message>
    <message>
      <location filename="../../app/ui/help.py" />
      <source>No topic holds that. Try another word.</source>
      <translation>没有主题包含这些字，请试其他字词。</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>No trusted time-stamp proves when it was signed.</source>
      <translation>没有可信的时间戳证明签署时间。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>No workbook chosen</source>
      <translation>尚未选择试算表</translation>
    </message>
    <message>
      <location filename="../../app/ui/status.py" />
      <source>Nobody</source>
      <translation>没有人</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/readiness.py" />
      <source>Nobody has been asked to approve it yet: send it for review.</source>
      <translation>尚未要求任何人批核：请送交批核。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>Nobody has given this value.</source>
      <translation>尚未有人填写此数值。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>None of the layouts that are kept here fits {file}: other sheets or other headings. Match its columns, or add the profile of its layout.</source>
      <translation>此处保存的版面均不适用于 {file}：工作表或栏标题不同。请配对其字段，或加入其版面的导入设置。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/inputs.py" />
      <source>Not answered</source>
      <translation>未作答</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Not begun</source>
      <translation>未开始</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingswords.py" />
      <source>Not checked yet</source>
      <translation>尚未检查</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>Not covered: {names}</source>
      <translation>未涵盖：{names}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/returns.py" />
      <source>Not done</source>
      <translation>未完成</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>Not grouped</source>
      <translation>不分组</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>Not imported</source>
      <translation>不导入</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/readiness.py" />
      <source>Not possible yet</source>
      <translation>尚未可以递交</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Not possible yet: blocking findings</source>
      <translation>尚不能导入：有必须更正之处</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_claims.py" />
      <source>Not said</source>
      <translation>没有说明</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Not valid</source>
      <translation>无效</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/legend.py" />
      <source>Not yet filed</source>
      <translation>未递交</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/drop_dialog.py" />
      <source>Nothing changes before you have seen what would.</source>
      <translation>在你看过会更改的内容之前，不会有任何更改。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>Nothing for this return</source>
      <translation>与本申报表无关</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/readiness.py" />
      <source>Nothing has been entered yet: import a workbook, or fill in the form.</source>
      <translation>尚未输入任何资料：请导入试算表，或填写表格。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/backup_settings.py" />
      <source>Nothing has changed since.</source>
      <translation>其后没有更改。</translation>
    </message>
    <message>
      <location filename="../../app/ui/palette.py" />
      <source>Nothing is called so. Try another word.</source>
      <translation>没有这个名称。请试用其他字词。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>Nothing is due</source>
      <translation>没有到期的申报表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>Nothing is left to do</source>
      <translation>没有待办事项</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Nothing is signed yet</source>
      <translation>尚未签署任何申报表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Nothing is taken</source>
      <translation>没有采用任何内容</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/readiness.py" />
      <source>Nothing left to file</source>
      <translation>无须再递交</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/choiceswitch.py" />
      <source>Nothing of it</source>
      <translation>全部不填</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Nothing to calculate yet</source>
      <translation>尚未有可计算的数字</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/movement_view.py" />
      <source>Nothing to compare with</source>
      <translation>没有可比较的申报表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/carried.py" />
      <source>Nothing was empty that {period} could fill.</source>
      <translation>没有可由 {period} 填补的空白字段。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Nothing was imported: the workbook has findings.</source>
      <translation>没有导入任何资料：试算表有检查结果。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Nothing was imported: what was taken changes nothing.</source>
      <translation>没有导入：所采用的内容没有任何更改。</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Nothing was open before</source>
      <translation>之前没有开启过任何项目</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>Nothing; the workbook is read to the last cell.</source>
      <translation>没有问题；试算表已读至最后一个单元格。</translation>
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
      <translation>现时</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/returns.py" />
      <source>Number</source>
      <translation>编号</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>OCSP answer…</source>
      <translation>OCSP 答复…</translation>
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
      <translation>工作表 {sheet} 有两栏对应同一字段。请选择其中一栏。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>On the sheet {sheet}, choose the column that says to which row above a row of {table} belongs.</source>
      <translation>请在工作表 {sheet} 选择一栏，说明 {table} 的每一行属于哪一个上层行。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/choiceswitch.py" />
      <source>One of these</source>
      <translation>以下只选一项</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/choiceswitch.py" />
      <source>One of these: {what}</source>
      <translation>以下只选一项：{what}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Only a cold-wallet return says what is in cold and in hot storage.</source>
      <translation>只有冷钱包申报表载有冷储存及热储存的数字。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/table.py" />
      <source>Only matches</source>
      <translation>只显示相符者</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/tableorder.py" />
      <source>Only rows with {values}. Show all rows</source>
      <translation>只显示 {values} 的行。显示所有行</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/rowactions.py" />
      <source>Only rows with “{value}” in {column}</source>
      <translation>只显示{column}为「{value}」的行</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/rowactions.py" />
      <source>Only rows without {column}</source>
      <translation>只显示没有{column}的行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_list.py" />
      <source>Open</source>
      <translation>开启</translation>
    </message>
    <message>
      <location filename="../../app/ui/steps.py" />
      <source>Open a return first.</source>
      <translation>请先开启申报表。</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>Open a workspace</source>
      <translation>开启工作档</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/xmlfiles.py" />
      <source>Open an XML file</source>
      <translation>开启 XML 文件</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Open an XML file as a return…</source>
      <translation>以 XML 文件开立申报表…</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Open another workspace…</source>
      <translation>开启另一个工作档…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>Open drafts</source>
      <translation>未完成的草稿</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/exported.py" />
      <source>Open folder</source>
      <translation>开启文件夹</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home_cards.py" />
      <source>Open report</source>
      <translation>开启报告</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Open return</source>
      <translation>开启申报表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Open the copy</source>
      <translation>开启副本</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/incident_card.py" />
      <source>Open the newest report of {id}</source>
      <translation>开启 {id} 的最新报告</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home_cards.py" />
      <source>Open the report: {what}</source>
      <translation>开启报告：{what}</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>Open the sample month</source>
      <translation>开启示范月份</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/panel.py" />
      <source>Open the workbook page</source>
      <translation>开启工作簿页面</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Open the workbook page of the value</source>
      <translation>开启数值的工作簿页面</translation>
    </message>
    <message>
      <location filename="../../app/ui/restoring.py" />
      <source>Open the workspace</source>
      <translation>开启工作区</translation>
    </message>
    <message>
      <location filename="../../app/ui/palette.py" />
      <source>Open workspace: {name}</source>
      <translation>开启工作区：{name}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Open {period}</source>
      <translation>开启 {period}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/xmlfiles.py" />
      <source>Opening {file}</source>
      <translation>正在开启 {file}</translation>
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
      <translation>机构 {name}</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>Original</source>
      <translation>原值</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>Original and correction</source>
      <translation>原申报表与更正</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Original and correction side by side</source>
      <translation>并列原申报表与更正</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>Original {old}. Correction {new}, which takes its place.</source>
      <translation>原申报表 {old}；更正 {new}，并取代原申报表。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>Other pack</source>
      <translation>另一个格式包</translation>
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
      <translation>密钥装置的 PIN</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Pack</source>
      <translation>格式包</translation>
    </message>
    <message>
      <location filename="../../app/ui/navigation.py" />
      <source>Pages</source>
      <translation>页面</translation>
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
      <translation>略过</translation>
    </message>
    <message>
      <location filename="../../app/ui/restoring.py" />
      <source>Passphrase</source>
      <translation>密码短语</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>Passphrase, at least {n} characters</source>
      <translation>密码短语，最少 {n} 个字符</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Password of the key file</source>
      <translation>密钥文件的密码</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/rowactions.py" />
      <source>Paste</source>
      <translation>粘贴</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>Period</source>
      <translation>申报期</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>Picture</source>
      <translation>图表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>Picture written to {file}.</source>
      <translation>图片已写入 {file}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>Pictures (*.png *.svg)</source>
      <translation>图片 (*.png *.svg)</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>Place</source>
      <translation>位置</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>Place (as the signer claims): {place}</source>
      <translation>地点（签署人声称）：{place}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>Praya proposes a field for each column, by its heading and by its cells. Correct what is wrong: choose a line and then its field. What you decide is kept as a profile, and the next workbook like this one is read by it.</source>
      <translation>Praya 根据栏标题及单元格内容，为每一栏建议字段。如有错误，请选择该行，再选择其字段。你的决定会保存为导入设置，日后同类工作簿会按此读取。</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Previous finding</source>
      <translation>上一项检查结果</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Previous part of the form</source>
      <translation>表格的上一部分</translation>
    </message>
    <message>
      <location filename="../../app/ui/printing.py" />
      <source>Print {title}</source>
      <translation>打印 {title}</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Print…</source>
      <translation>打印…</translation>
    </message>
    <message>
      <location filename="../../app/ui/status.py" />
      <source>Progress</source>
      <translation>进度</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingsmodel.py" />
      <source>Proposed: {text}</source>
      <translation>建议：{text}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Prove when the file was signed; a stamped copy is written.</source>
      <translation>证明文件何时签署；会写出一份盖上时间戳的副本。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Publisher: {name}</source>
      <translation>发布者：{name}</translation>
    </message>
    <message>
      <location filename="../../app/ui/whereabouts.py" />
      <source>Put it in</source>
      <translation>填入</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Quit</source>
      <translation>离开</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Ratio and cover are kept; nothing has to be moved.</source>
      <translation>比率及保障额均符合要求，无须移动任何资产。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Ratio and cover before and after</source>
      <translation>之前及之后的比率和保障额</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Re&amp;view</source>
      <translation>覆核(&amp;V)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Reading {file}</source>
      <translation>正在读取 {file}</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Ready to file</source>
      <translation>递交准备</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>Reason</source>
      <translation>理由</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/receipt.py" />
      <source>Receipt for</source>
      <translation>对应的申报表</translation>
    </message>
    <message>
      <location filename="../../app/ui/main_window.py" />
      <source>Recent</source>
      <translation>最近使用</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/receipt.py" />
      <source>Record as {name}</source>
      <translation>以「{name}」的名义记录</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Record receipt</source>
      <translation>记录回执</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Record receipt…</source>
      <translation>记录回执…</translation>
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
      <translation>参考编号</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/group.py" />
      <source>Remove</source>
      <translation>移除</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>Remove the chosen part</source>
      <translation>移除所选部分</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/rowactions.py" />
      <source>Remove the chosen rows</source>
      <translation>移除所选各行</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/table.py" />
      <source>Remove the chosen rows of “{what}”</source>
      <translation>移除「{what}」中所选的行</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/group.py" />
      <source>Remove “{what}”</source>
      <translation>移除「{what}」</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/left_words.py" />
      <source>Replaced by a correction</source>
      <translation>已由更正的申报表取代</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/incident_card.py" />
      <source>Report {n}</source>
      <translation>报告 {n}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/incident_card.py" />
      <source>Report {n} of {id}: {state}</source>
      <translation>{id} 的报告 {n}：{state}</translation>
    </message>
    <message>
      <location filename="../../app/ui/restoring.py" />
      <source>Restore</source>
      <translation>还原</translation>
    </message>
    <message>
      <location filename="../../app/ui/restoring.py" />
      <source>Restore a backup</source>
      <translation>还原备份</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Restore a backup…</source>
      <translation>还原备份…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/backup_settings.py" />
      <source>Restores it into a temporary place, reads all of it and removes it again</source>
      <translation>还原至临时位置，全部读取后移除</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>Return</source>
      <translation>申报表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>Return type</source>
      <translation>申报表类别</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>Return whose history is shown</source>
      <translation>显示哪份申报表的记录</translation>
    </message>
    <message>
      <location filename="../../app/ui/main_window.py" />
      <source>Returns</source>
      <translation>申报表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/months.py" />
      <source>Returns of {year}, by month; Enter opens</source>
      <translation>{year} 年各月申报表；按 Enter 开启</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_list.py" />
      <source>Review</source>
      <translation>审阅</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Revocation lists and OCSP answers that the certificates' issuers gave show, years later, that nothing was revoked when the file was signed.</source>
      <translation>证书发出者提供的撤销清单及 OCSP 答复，可在多年后证明签署时没有证书被撤销。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Revocation list…</source>
      <translation>撤销清单…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_claims.py" />
      <source>Role</source>
      <translation>身分</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>Role (as the signer claims): {role}</source>
      <translation>身分（签署人声称）：{role}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_claims.py" />
      <source>Role of the signer</source>
      <translation>签署人的身分</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>Room ({unit})</source>
      <translation>余裕（{unit}）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Room until the limit (HKD)</source>
      <translation>距离下限的余额（港元）</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/words.py" />
      <source>Room {amount}</source>
      <translation>余裕 {amount}</translation>
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
      <translation>须以申报表次序显示所有行，方可移动。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/roworder.py" />
      <source>Rows in the order of the document</source>
      <translation>按文件次序排列的各行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>Rule</source>
      <translation>规则</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Rules</source>
      <translation>规则</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>Rules of the pack</source>
      <translation>格式包的规则</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_settings.py" />
      <source>Rules of the packs</source>
      <translation>格式包的规则</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_settings.py" />
      <source>Rules read these choices. A change is kept in the history.</source>
      <translation>规则会读取这些选择。更改会记入记录。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>SHA-256</source>
      <translation>SHA-256</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>SHA-256 of the content</source>
      <translation>内容的 SHA-256</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>SHA-256 of the content: {digest}</source>
      <translation>内容的 SHA-256：{digest}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>SHA-256 of the file</source>
      <translation>文件的 SHA-256</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>SHA-256 of the pack: {digest}</source>
      <translation>格式包的 SHA-256：{digest}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/receipt.py" />
      <source>SHA-256 of the signed file</source>
      <translation>已签署文件的 SHA-256</translation>
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
      <translation>另存为 PDF</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Save as PDF…</source>
      <translation>另存为 PDF…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/xmlfiles.py" />
      <source>Save as XML</source>
      <translation>另存为 XML</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Save as XML…</source>
      <translation>另存为 XML…</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>Save picture</source>
      <translation>储存图片</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>Save picture…</source>
      <translation>储存图片…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Save the request</source>
      <translation>储存请求</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Save the request…</source>
      <translation>储存请求…</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Saved?</source>
      <translation>是否已储存？</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Say what has to be changed.</source>
      <translation>请说明须更改之处。</translation>
    </message>
    <message>
      <location filename="../../app/ui/restoring.py" />
      <source>Say where the workspace is to lie.</source>
      <translation>请指明工作区存放的位置。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Say which field each column of this workbook is for</source>
      <translation>指明这份工作簿每一栏对应的字段</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>Say who acts: the restored history names it.</source>
      <translation>请指明由谁操作：还原后的记录会记下。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Schema</source>
      <translation>结构</translation>
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
      <translation>搜索变更</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>Search differences</source>
      <translation>搜索差异</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/movement_view.py" />
      <source>Search movements</source>
      <translation>搜索变动</translation>
    </message>
    <message>
      <location filename="../../app/ui/palette.py" />
      <source>Search or command</source>
      <translation>搜索或指令</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Search or command…</source>
      <translation>搜索或指令…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>Search place or change</source>
      <translation>搜索位置或变更</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>Search place, field, row</source>
      <translation>搜索位置、字段、列</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/returns.py" />
      <source>Search returns</source>
      <translation>搜索申报表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>Search rule, formula, source</source>
      <translation>搜索规则、公式、依据</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>Search rules</source>
      <translation>搜索规则</translation>
    </message>
    <message>
      <location filename="../../app/ui/help.py" />
      <source>Search the help</source>
      <translation>搜索说明</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>Search the keys</source>
      <translation>搜索快速键</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/returns.py" />
      <source>Search type, period, state</source>
      <translation>搜索类别、申报期、状态</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>Seat</source>
      <translation>身分</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/editor.py" />
      <source>Sections of the return</source>
      <translation>申报表各部分</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Send back</source>
      <translation>退回</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Send back to the preparer</source>
      <translation>退回拟备人</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Send back to the preparer…</source>
      <translation>退回拟备人…</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Send for review</source>
      <translation>送交批核</translation>
    </message>
    <message>
      <location filename="../../app/ui/steps.py" />
      <source>Send the return for review first.</source>
      <translation>请先将申报表送交覆核。</translation>
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
      <translation>序号 {number}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>Set by the program when the return was made.</source>
      <translation>程序在开立申报表时填入。</translation>
    </message>
    <message>
      <location filename="../../app/ui/main_window.py" />
      <source>Settings</source>
      <translation>设置</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingsmodel.py" />
      <source>Severity</source>
      <translation>严重程度</translation>
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
      <translation>显示所有行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Show certificate</source>
      <translation>显示证书</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>Show only findings that hold a text</source>
      <translation>只显示包含某段文字的检查结果</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/table.py" />
      <source>Show only the rows that match</source>
      <translation>只显示相符的行</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Show or fold the findings</source>
      <translation>显示或收合检查结果</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Show or hide the guidance</source>
      <translation>显示或隐藏说明</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>Show the XML as it is written</source>
      <translation>显示 XML 原文</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>Show the findings (Ctrl+J)</source>
      <translation>显示检查结果（Ctrl+J）</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/panes.py" />
      <source>Show the guidance</source>
      <translation>显示说明</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/panes.py" />
      <source>Show the guidance (Ctrl+B)</source>
      <translation>显示说明（Ctrl+B）</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/howpanel.py" />
      <source>Show what it is made from</source>
      <translation>显示计算所用的数值</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Sign</source>
      <translation>签署</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/readiness.py" />
      <source>Sign and hand over</source>
      <translation>签署及递交</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Signature</source>
      <translation>签署</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Signature method {method}</source>
      <translation>签署方法 {method}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Signature {n}: {signer}</source>
      <translation>签署 {n}：{signer}</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>Signature {n}: {verdict}</source>
      <translation>签署 {n}：{verdict}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>Signatures</source>
      <translation>签署</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Signed</source>
      <translation>签署时间</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>Signed at (as the signer claims): {moment}</source>
      <translation>签署时间（签署人声称）：{moment}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_adding.py" />
      <source>Signed by {name}, whom this workspace trusts.</source>
      <translation>由本工作档信任的 {name} 签署。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_adding.py" />
      <source>Signed by {name}; whose signature that is was not proven.</source>
      <translation>由 {name} 签署；未能证实签署者的身分。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Signed files (*.xml *.asice);;All files (*)</source>
      <translation>已签署文件 (*.xml *.asice);;所有文件 (*)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/ready_view.py" />
      <source>Signed is not filed: the return counts as filed only with its receipt.</source>
      <translation>签署不等于递交：有回执才算已递交。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Signed returns</source>
      <translation>已签署的申报表</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Signed, not yet filed</source>
      <translation>已签署（未递交）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>Signed, not yet filed. Export the files, hand them over, then record the receipt.</source>
      <translation>已签署（未递交）。请导出文件并递交，然后记录回执。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Signer</source>
      <translation>签署人</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>Signer: {name}</source>
      <translation>签署人：{name}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>Single fields, a name and beside it a value</source>
      <translation>个别字段：名称在左，数值在右</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/rowactions.py" />
      <source>Smallest first</source>
      <translation>由小至大</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Some programs in wide use, such as xmlsec1 before 1.3, cannot read this method.</source>
      <translation>部分常用程序（例如 1.3 版之前的 xmlsec1）无法读取此签署方法。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>Source</source>
      <translation>依据</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>Source: {source}</source>
      <translation>依据：{source}</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Start a correction</source>
      <translation>开始更正</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingsmodel.py" />
      <source>Status</source>
      <translation>状况</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>Status: {status}</source>
      <translation>性质：{status}</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/notice.py" />
      <source>Stopped. Nothing was changed.</source>
      <translation>已停止，没有任何更改。</translation>
    </message>
    <message>
      <location filename="../../app/ui/main_window.py" />
      <source>Submissions</source>
      <translation>递交</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/totalsbar.py" />
      <source>Sum</source>
      <translation>合计</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_calendar.py" />
      <source>Sun</source>
      <translation>日</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>Supplied by the import profile with {file}, by {by}, {at}</source>
      <translation>由导入设置随 {file} 提供，{by}，{at}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>Sure: name and content agree</source>
      <translation>确定：名称与内容相符</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>T in the picture does the same</source>
      <translation>在图表中按 T 亦可</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>Table</source>
      <translation>表格</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>Table instead of the picture</source>
      <translation>以数表代替图表</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>Table of the chart: {title}</source>
      <translation>图表数据：{title}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_columns.py" />
      <source>Take</source>
      <translation>采用</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Take all</source>
      <translation>全部采用</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/choiceswitch.py" />
      <source>Take another alternative?</source>
      <translation>改选另一项？</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/ready_view.py" />
      <source>Take me there</source>
      <translation>前往处理</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/proposalbar.py" />
      <source>Take over</source>
      <translation>沿用</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>Take over into {pack}</source>
      <translation>转至 {pack}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/proposalbar.py" />
      <source>Take over the explanation: {text}</source>
      <translation>沿用解释：{text}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Take the answer…</source>
      <translation>取用答复…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/settings.py" />
      <source>Take this seat</source>
      <translation>以此身分操作</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/choiceswitch.py" />
      <source>Take “{name}”</source>
      <translation>改选「{name}」</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/changed.py" />
      <source>Taken back: {name} is {value} again.</source>
      <translation>已还原：{name} 恢复为{value}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/session.py" />
      <source>Taken back: {step}.</source>
      <translation>已撤销：{step}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/notice.py" />
      <source>Technical details</source>
      <translation>技术详情</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_work.py" />
      <source>Template</source>
      <translation>范本</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Template of this program</source>
      <translation>本程序的范本</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/backup_settings.py" />
      <source>Test my newest backup</source>
      <translation>测试最新备份</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>Text</source>
      <translation>文字</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>The CE number has three letters and three digits, such as ABC123.</source>
      <translation>中央编号由三个字母及三个数字组成，例如 ABC123。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/ready_view.py" />
      <source>The approved content is signed.</source>
      <translation>经批核的内容已签署。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/answer.py" />
      <source>The authority has accepted the file, with {errors} in its records; the return is filed. Check it (F8) to see each error at its record.</source>
      <translation>当局已接纳此文件，但其记录有 {errors}；申报表已提交。请检查申报表（F8），在各记录查看每项错误。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/answer.py" />
      <source>The authority has accepted the file; the return is filed.</source>
      <translation>当局已接纳此文件；申报表已提交。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/answer.py" />
      <source>The authority has rejected the file ({errors}); it is not filed. Check the return (F8) to see each error at its record, then correct the return.</source>
      <translation>当局已拒绝此文件（{errors}），因此尚未提交。请检查申报表（F8），在各记录查看每项错误，然后更正申报表。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>The authority is sent a digest of the signature and nothing else. Save the request, carry it to a computer with a network, and bring the answer back; or name the authority's server.</source>
      <translation>机构只会收到签署的摘要，别无其他。可储存请求，带到连接网络的电脑，再把答复带回；或指明机构的服务器。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>The authority's answer</source>
      <translation>机构的答复</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/backup_settings.py" />
      <source>The backup is being restored and read…</source>
      <translation>正在还原及读取备份…</translation>
    </message>
    <message>
      <location filename="../../app/ui/restoring.py" />
      <source>The backup is read whole, and becomes a workspace in a place where there is none. The workspace that you have now stays as it is.</source>
      <translation>备份会整份读过，再在没有文件的位置成为一个工作区。你现有的工作区不受影响。</translation>
    </message>
    <message>
      <location filename="../../app/ui/assistance.py" />
      <source>The bundle is written to {file}.</source>
      <translation>诊断文件已写成 {file}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>The calculation is written to {file}.</source>
      <translation>计算结果已写入 {file}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>The chain holds: {count} rows. The newest seal is {hash}.</source>
      <translation>记录链完整：共 {count} 行。最新封印为 {hash}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>The chain is broken at row {row}: what stands there or before it was changed outside the program.</source>
      <translation>记录链在第 {row} 行中断：该行或之前的内容曾在程序以外被更改。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>The chosen row in full</source>
      <translation>所选一行的全文</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>The chosen rule in full</source>
      <translation>所选规则的全文</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>The comment is kept in the history of the return.</source>
      <translation>意见会保存在申报表的记录内。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>The container with all signatures:</source>
      <translation>载有所有签署的容器：</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>The copy is kept with the return, and exported with it.</source>
      <translation>副本已与申报表一并保存，导出时会一并写出。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>The copy with its evidence was written and verified.</source>
      <translation>已写出并验证载有证据的副本。</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>The correction does not say yet what was changed.</source>
      <translation>更正尚未说明改动了甚么。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_claims.py" />
      <source>The country is a code of two letters, such as HK.</source>
      <translation>国家或地区代码为两个字母，例如 HK。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/xmlfiles.py" />
      <source>The file does not say which period it is for. Give it, such as 2026-10.</source>
      <translation>文件没有说明所属期间，请输入，例如 2026-10。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/settings.py" />
      <source>The file is encrypted. Its key is the passphrase, or lies in the system's keyring.</source>
      <translation>文件已加密。密钥为密码短语，或存于系统的钥匙圈。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/ready_view.py" />
      <source>The files were handed over and the receipt is recorded.</source>
      <translation>文件已递交，并已记录回执。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/firm_settings.py" />
      <source>The firm</source>
      <translation>公司资料</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>The firm and your name are needed: they stand in every return and history row.</source>
      <translation>必须填写公司及你的姓名：每份申报表及每行记录均会载列。</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>The first {n} are shown.</source>
      <translation>显示首 {n} 项。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/howpanel.py" />
      <source>The formula gives the same</source>
      <translation>公式的结果相同</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/howpanel.py" />
      <source>The formula gives {value}</source>
      <translation>公式的结果为 {value}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/hintbar.py" />
      <source>The incident report that is missing is begun on the page of incidents.</source>
      <translation>欠缺的事故报告可在「事故」页开始拟备。</translation>
    </message>
    <message>
      <location filename="../../app/ui/application.py" />
      <source>The last backup at closing could not be made: {why} Changes are saved; make room or choose another place, and test a backup in Settings.</source>
      <translation>上次关闭时未能制作备份：{why}更改已储存；请腾出空间或选择其他位置，并在设置中测试备份。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>The least that brings ratio and cover back: {amount} moved to cold storage.</source>
      <translation>使比率及保障额回复符合要求的最低移动价值：将 {amount}移往冷储存。</translation>
    </message>
    <message>
      <location filename="../../app/ui/news.py" />
      <source>The list of changes is written in English.</source>
      <translation>改动清单以英文写成。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_calendar.py" />
      <source>The month after</source>
      <translation>下个月</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_calendar.py" />
      <source>The month before</source>
      <translation>上个月</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/incident_card.py" />
      <source>The newest report has to be signed first.</source>
      <translation>须先签署最新的报告。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>The original stays as it is; a copy is made.</source>
      <translation>原稿保持不变，另制作副本。</translation>
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
      <translation>所保存工作簿中载有此单元格的页面（Ctrl+U）</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>The passphrase needs at least {n} characters.</source>
      <translation>密码短语最少须有 {n} 个字符。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>The period is the month of the report before it.</source>
      <translation>期间为前一份报告所属的月份。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>The profile “{name}” is kept.</source>
      <translation>已保存导入设置「{name}」。</translation>
    </message>
    <message>
      <location filename="../../app/ui/whereabouts.py" />
      <source>The program ended without closing ({when}).</source>
      <translation>程序未有正常关闭（{when}）。</translation>
    </message>
    <message>
      <location filename="../../app/ui/whereabouts.py" />
      <source>The program ended without closing.</source>
      <translation>程序未有正常关闭。</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/notice.py" />
      <source>The program made a mistake. Nothing was changed; try again.</source>
      <translation>程序出错。没有任何更改，请再试。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/answer.py" />
      <source>The receipt is recorded; the return is filed.</source>
      <translation>已记录回执，申报表已递交。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/receipt.py" />
      <source>The receipt that came back</source>
      <translation>收到的回执</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>The return names {named}; you are {name}. Say why you approve it.</source>
      <translation>申报表所载的批核人是「{named}」，而你是「{name}」。请说明为何由你批核。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>The return says already what the workbook says.</source>
      <translation>申报表的内容已与试算表相同。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>The same digest as words, to be compared by ear.</source>
      <translation>以单字表示的同一摘要，可读出来核对。</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>The same passphrase again</source>
      <translation>再次输入密码短语</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>The sample month is being made; this takes a moment…</source>
      <translation>正在建立示范月份，请稍候…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>The schema is the same.</source>
      <translation>结构相同。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>The signature is recorded at the seat of {name}.</source>
      <translation>签署将记录在「{name}」的席位之下。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>The stamped copy was written and verified.</source>
      <translation>已写出并验证盖上时间戳的副本。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>The template is written. Fill it in, then import it here.</source>
      <translation>范本已产生。填妥后在此导入。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>The two packs say the same.</source>
      <translation>两个格式包内容相同。</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>The two passphrases differ; type the same one twice.</source>
      <translation>两次输入的密码短语不同，请输入相同的密码短语。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_columns.py" />
      <source>The value of the file is taken.</source>
      <translation>采用文件的数值。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingsmodel.py" />
      <source>The whole return</source>
      <translation>整份申报表</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>The whole row</source>
      <translation>整列</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>The whole workspace</source>
      <translation>整个工作档</translation>
    </message>
    <message>
      <location filename="../../app/ui/about.py" />
      <source>The workspace holds no schema pack.</source>
      <translation>工作区没有格式包。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>The workspace holds this pack already.</source>
      <translation>工作档已有此格式包。</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>The workspace is being made…</source>
      <translation>正在建立工作档…</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>The workspace is being opened…</source>
      <translation>正在开启工作档…</translation>
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
      <translation>外观</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Then: {names}</source>
      <translation>其后：{names}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>There is already a return for this period: {list}.</source>
      <translation>此申报期已有申报表：{list}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>There is no open draft of the older pack.</source>
      <translation>较旧的格式包没有未完成的草稿。</translation>
    </message>
    <message>
      <location filename="../../app/ui/dropping.py" />
      <source>There is no return that could take a workbook. Begin one first.</source>
      <translation>没有可导入试算表的申报表。请先新增一份。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>There is no schema pack yet; add one first.</source>
      <translation>尚未有格式包，请先加入。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/session.py" />
      <source>There is nothing to do again.</source>
      <translation>没有可重做的步骤。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/session.py" />
      <source>There is nothing to take back.</source>
      <translation>没有可撤销的步骤。</translation>
    </message>
    <message>
      <location filename="../../app/ui/dropping.py" />
      <source>These are no workbooks and are not imported: {names}.</source>
      <translation>以下文件并非试算表，没有导入：{names}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>This column has no words that stand for codes.</source>
      <translation>此栏没有代表代码的字词。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>This computer's own keys</source>
      <translation>此电脑系统内的密钥</translation>
    </message>
    <message>
      <location filename="../../app/ui/help.py" />
      <source>This field</source>
      <translation>这个字段</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>This is no XML: {why}</source>
      <translation>这不是 XML：{why}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/choiceswitch.py" />
      <source>This removes what is filled in under {what}. It can be taken back.</source>
      <translation>这会移除{what}之下已填的内容，事后可以撤销。</translation>
    </message>
    <message>
      <location filename="../../app/ui/dropping.py" />
      <source>This return can no longer be changed, so nothing is imported into it.</source>
      <translation>此申报表已不能更改，因此没有导入任何资料。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/ready_view.py" />
      <source>This return was replaced by a correction.</source>
      <translation>此申报表已由更正的申报表取代。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/ready_view.py" />
      <source>This return was voided; it is not to be filed.</source>
      <translation>此申报表已作废，不应递交。</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>This workspace opens with a passphrase: type it.</source>
      <translation>此工作档以密码短语开启，请输入。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>Threshold</source>
      <translation>门槛</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Thresholds</source>
      <translation>门槛</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>Thresholds of the pack</source>
      <translation>格式包的门槛</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_calendar.py" />
      <source>Thu</source>
      <translation>四</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Time-stamp</source>
      <translation>时间戳</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Time-stamp answers (*.tsr);;All files (*)</source>
      <translation>时间戳答复 (*.tsr);;所有文件 (*)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Time-stamp requests (*.tsq)</source>
      <translation>时间戳请求 (*.tsq)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Time-stamp…</source>
      <translation>时间戳…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>To be looked at again by {day}</source>
      <translation>须于 {day} 前覆核</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingsmodel.py" />
      <source>To be mended</source>
      <translation>有待更正</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/hintbar.py" />
      <source>To the incidents</source>
      <translation>前往事故页</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>Today’s date in a date</source>
      <translation>在日期栏填入今天</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/words.py" />
      <source>Together {amount}</source>
      <translation>合计 {amount}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Token</source>
      <translation>密钥装置</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Token or smart card</source>
      <translation>密钥装置或智能卡</translation>
    </message>
    <message>
      <location filename="../../app/ui/help.py" />
      <source>Topics</source>
      <translation>主题</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/hintbar.py" />
      <source>Transfers to cold storage may bring ratio and cover back.</source>
      <translation>将资产移往冷储存或可使比率及保障额回复符合要求。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>Trusted authorities and signers</source>
      <translation>可信的机构及签署人</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Trusted certificates</source>
      <translation>信任的证书</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_calendar.py" />
      <source>Tue</source>
      <translation>二</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Type</source>
      <translation>类别</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/gotofield.py" />
      <source>Type a part of a field's name</source>
      <translation>输入字段名称的一部分</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingsmodel.py" />
      <source>Type an explanation</source>
      <translation>输入解释</translation>
    </message>
    <message>
      <location filename="../../app/ui/palette.py" />
      <source>Type what you want to do, or a return such as CWR 2026-10</source>
      <translation>输入要做的事，或申报表，例如 CWR 2026-10</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>Typed by {by}, {at}</source>
      <translation>由 {by} 输入，{at}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/movement_view.py" />
      <source>Unchanged values too</source>
      <translation>包括不变的数值</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Undo: {step}</source>
      <translation>撤销：{step}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/panel.py" />
      <source>Unit</source>
      <translation>单位</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Units after</source>
      <translation>之后（按单位）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Units before</source>
      <translation>之前（按单位）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>Unsure: please look</source>
      <translation>不确定：请查看</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/roworder.py" />
      <source>Up</source>
      <translation>上移</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>Use the column once more</source>
      <translation>再用此栏一次</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/override.py" />
      <source>Use the computed value again</source>
      <translation>恢复使用公式的结果</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/override.py" />
      <source>Use the computed value of “{what}” again</source>
      <translation>恢复使用「{what}」的公式结果</translation>
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
      <translation>已检查</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>Value</source>
      <translation>数值</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Value (HKD)</source>
      <translation>价值（港元）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>Values to look at</source>
      <translation>须留意的数值</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Verify a file</source>
      <translation>核实文件</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Verify a file…</source>
      <translation>核实文件…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>Verify the chain</source>
      <translation>核实记录链</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Views of the return</source>
      <translation>申报表的查看</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Void</source>
      <translation>作废</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>Void the return</source>
      <translation>作废申报表</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Void the return…</source>
      <translation>作废申报表…</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>Voided</source>
      <translation>已作废</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_calendar.py" />
      <source>Wed</source>
      <translation>三</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>What</source>
      <translation>事项</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>What differs between two packs</source>
      <translation>两个格式包的差异</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>What do you want to do?</source>
      <translation>你想做甚么？</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>What if</source>
      <translation>假设计算</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/card.py" />
      <source>What if…</source>
      <translation>假设计算…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>What is signed</source>
      <translation>签署的内容</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>What is wrong</source>
      <translation>有甚么问题</translation>
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
      <translation>可填内容</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/ready_view.py" />
      <source>What needs an explanation has one, and the return was sent for review.</source>
      <translation>须作解释之处已有解释，申报表已送交批核。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>What the sheet holds</source>
      <translation>工作表的内容</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_claims.py" />
      <source>What the signature means</source>
      <translation>签署的含义</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>What was changed, in the words of the correction: {text}</source>
      <translation>更正所述的改动：{text}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>What would change</source>
      <translation>会有甚么更改</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/field.py" />
      <source>What “{label}” means</source>
      <translation>「{label}」的意思</translation>
    </message>
    <message>
      <location filename="../../app/ui/whereabouts.py" />
      <source>Whatever was stored is here, and the window is where you were.</source>
      <translation>已储存的内容全部在此，窗口已回到你离开时的位置。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>Whatever was valid by the schema stays valid.</source>
      <translation>原本符合结构的文件仍然有效。</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>What’s new</source>
      <translation>最新改动</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>When</source>
      <translation>时间</translation>
    </message>
    <message>
      <location filename="../../app/ui/keysheet.py" />
      <source>Where</source>
      <translation>位置</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/panel.py" />
      <source>Where it is asked for</source>
      <translation>出处</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Where the copy goes</source>
      <translation>副本存放位置</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Where the key is</source>
      <translation>密钥所在</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/panel.py" />
      <source>Where the value comes from</source>
      <translation>数值来源</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/originview.py" />
      <source>Where “{what}” comes from</source>
      <translation>「{what}」的来源</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_adding.py" />
      <source>Which document?</source>
      <translation>哪一种文件？</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>Which findings are shown</source>
      <translation>显示哪些检查结果</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>Which incident</source>
      <translation>所属事故</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>Which key</source>
      <translation>选用哪把密钥</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/xmlfiles.py" />
      <source>Which period?</source>
      <translation>哪个期间？</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Which signature</source>
      <translation>哪个签署</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/settings.py" />
      <source>Who acts</source>
      <translation>操作人</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>Who acts…</source>
      <translation>由谁操作…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>Who signs</source>
      <translation>签署人</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>Who signs as well</source>
      <translation>还有谁签署</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>Whole number</source>
      <translation>整数</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/override.py" />
      <source>Why it differs from the formula</source>
      <translation>为何与公式不同</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/override.py" />
      <source>Why “{what}” differs from the formula</source>
      <translation>「{what}」为何与公式不同</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/settings.py" />
      <source>Window</source>
      <translation>窗口</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>With a container (ASiC-E) that holds every signature</source>
      <translation>连同载有每个签署的容器 (ASiC-E)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/sign_view.py" />
      <source>With every value as plain text as well</source>
      <translation>另附以纯文字列出的所有数值</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/receipt.py" />
      <source>With it the return counts as filed.</source>
      <translation>记录后，申报表即视为已递交。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>With these {amount} moved to cold storage, ratio and cover are kept.</source>
      <translation>将这 {amount}移往冷储存后，比率及保障额均符合要求。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>With {amount} moved, neither ratio nor cover is kept.</source>
      <translation>移动 {amount}后，比率及保障额仍不符合要求。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>With {amount} moved, the cover is still HK$ {missing} too small; raise the cover.</source>
      <translation>移动 {amount}后，保障额仍欠 {missing} 港元；请提高保障额。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>With {amount} moved, the ratio is still too low.</source>
      <translation>移动 {amount}后，比率仍然过低。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/left_words.py" />
      <source>Withdrawn</source>
      <translation>已撤回</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_dialog.py" />
      <source>Words of the column, and the codes that they stand for</source>
      <translation>此栏的字词，以及各自代表的代码</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Workbook</source>
      <translation>试算表</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingstools.py" />
      <source>Workbooks (*.xlsx)</source>
      <translation>试算表 (*.xlsx)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Workbooks (*.xlsx);;All files (*)</source>
      <translation>试算表 (*.xlsx);;所有文件 (*)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>Workbooks (*.xlsx);;Text (*.txt)</source>
      <translation>试算表 (*.xlsx);;文字档 (*.txt)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/settings.py" />
      <source>Workspace</source>
      <translation>工作档</translation>
    </message>
    <message>
      <location filename="../../app/ui/restoring.py" />
      <source>Workspaces (*.praya)</source>
      <translation>工作档 (*.praya)</translation>
    </message>
    <message>
      <location filename="../../app/ui/restoring.py" />
      <source>Workspaces (*.praya);;All files (*)</source>
      <translation>工作档 (*.praya);;所有文件 (*)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>Write a template…</source>
      <translation>产生范本…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/stamping.py" />
      <source>Write the copy…</source>
      <translation>写出副本…</translation>
    </message>
    <message>
      <location filename="../../app/ui/about.py" />
      <source>Write the file…</source>
      <translation>写出文件…</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/xmlfiles.py" />
      <source>Written to {file} in the program's own form.</source>
      <translation>已写入 {file}，采用本程序自身的格式。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingstools.py" />
      <source>Written to {file}.</source>
      <translation>已写入 {file}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/xmlfiles.py" />
      <source>Written to {file}: the opened file with what was changed since.</source>
      <translation>已写入 {file}：所开启的文件，连同其后的更改。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/xmlfiles.py" />
      <source>Written to {file}: the opened file, byte for byte.</source>
      <translation>已写入 {file}：与所开启的文件逐字节相同。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/exported.py" />
      <source>Written to {folder}. Hand the files over, then record the receipt.</source>
      <translation>已写入 {folder}。请递交文件，然后记录回执。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/xmlfiles.py" />
      <source>XML files (*.xml)</source>
      <translation>XML 文件 (*.xml)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>XML schemas (*.xsd)</source>
      <translation>XML 结构档 (*.xsd)</translation>
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
      <translation>你以「{seat}」的身分操作：一切均以此名义记录。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>You approve exactly what is shown now; any later edit voids the approval.</source>
      <translation>你批核的正是现时显示的内容；其后如有任何更改，批核即告失效。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/readiness.py" />
      <source>You had a hand in this return; another person has to approve it.</source>
      <translation>你有份拟备此申报表，须由另一人批核。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>Your choice</source>
      <translation>你的选择</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>Your choice; the cells look different</source>
      <translation>你的选择；但单元格内容看来不符</translation>
    </message>
    <message>
      <location filename="../../app/ui/welcome.py" />
      <source>Your name (the seat that acts)</source>
      <translation>你的姓名（操作身分）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>Zip archive of the pack</source>
      <translation>格式包的 zip 压缩档</translation>
    </message>
    <message>
      <location filename="../../app/ui/about.py" />
      <source>Zip files (*.zip)</source>
      <translation>Zip 文件 (*.zip)</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/xmlfiles.py" />
      <source>a signature</source>
      <translation>签署</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>a trusted authority</source>
      <translation>可信的机构</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>above {value}</source>
      <translation>大于 {value}</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>account currency</source>
      <translation>账户货币</translation>
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
      <translation>另有 {n} 项</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>another alternative in {what}</source>
      <translation>在{what}改选另一项</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>another alternative taken</source>
      <translation>改选另一项</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>another order in {what}</source>
      <translation>更改{what}的次序</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>any time</source>
      <translation>任何时间</translation>
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
      <translation>申报表所载批核人</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/return_page.py" />
      <source>as {name}</source>
      <translation>以「{name}」的名义</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>at least {n} characters</source>
      <translation>最少 {n} 个字符</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>at least {value}</source>
      <translation>最少 {value}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>at most {n} after the point</source>
      <translation>小数点后最多 {n} 位</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>at most {n} characters</source>
      <translation>最多 {n} 个字符</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>at most {n} digits</source>
      <translation>最多 {n} 位数字</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>at most {value}</source>
      <translation>最多 {value}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>attribute</source>
      <translation>属性</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/submissions.py" />
      <source>authority</source>
      <translation>机构</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>backup restored</source>
      <translation>还原备份</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>below {value}</source>
      <translation>小于 {value}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>binding: all client assets by value, at least {share} %</source>
      <translation>具约束力：全部客户资产按价值，最少 {share} %</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>binding: each asset by its units, at least {share} %</source>
      <translation>具约束力：每项资产按单位，最少 {share} %</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>block pasted into {what}</source>
      <translation>在{what}粘贴一组单元格</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>blocking</source>
      <translation>必须更正</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>bps</source>
      <translation>基点</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>carried forward</source>
      <translation>结转</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>carrying forward</source>
      <translation>结转</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>cells cleared in {what}</source>
      <translation>清除{what}的单元格</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>cells filled down in {what}</source>
      <translation>在{what}向下填满</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>certificate no longer trusted</source>
      <translation>已不再信任证书</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>certificate trusted</source>
      <translation>已信任证书</translation>
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
      <translation>检查</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>comment</source>
      <translation>意见</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/xmlfiles.py" />
      <source>comments</source>
      <translation>注解</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/field.py" />
      <source>computed</source>
      <translation>由公式计算</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>corrected</source>
      <translation>更正</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>cover: {cold} % of cold, {hot} % of hot and other</source>
      <translation>保障额：冷储存的 {cold} %，热储存及其他储存的 {hot} %</translation>
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
      <translation>数码签署</translation>
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
      <translation>留空：密钥存于系统的钥匙圈</translation>
    </message>
    <message>
      <location filename="../../app/ui/i18n.py" />
      <source>en</source>
      <translation>zh-Hans</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>ended</source>
      <translation>已失效</translation>
    </message>
    <message>
      <location filename="../../app/ui/status.py" />
      <source>every change is saved at once</source>
      <translation>所有更改即时储存</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>exactly {n} character</source>
      <translation>刚好 {n} 个字符</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>exactly {n} characters</source>
      <translation>刚好 {n} 个字符</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>explanation only</source>
      <translation>只须解释</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>files exported</source>
      <translation>导出文件</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/sections.py" />
      <source>filled in</source>
      <translation>已填妥</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>finding explained</source>
      <translation>解释检查结果</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingstools.py" />
      <source>findings</source>
      <translation>检查结果</translation>
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
      <translation>由人手或文件提供</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>gone</source>
      <translation>已移除</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>group added</source>
      <translation>加入组别</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>has no place any more</source>
      <translation>不再有相应字段</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/xmlfiles.py" />
      <source>hints where the schema lies</source>
      <translation>结构档位置提示</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>house rule, not law</source>
      <translation>自订规则，并非法规</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>import of “{file}”</source>
      <translation>导入「{file}」</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>import profile added</source>
      <translation>加入导入设置</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>instruction</source>
      <translation>处理指令</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>is newly required</source>
      <translation>新增为必须填写</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_adding.py" />
      <source>it bears the same title or one that looks like it</source>
      <translation>其标题与之相同或相似</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_adding.py" />
      <source>it holds exactly the same schemas</source>
      <translation>两者的结构档完全相同</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_adding.py" />
      <source>its name looks like that one's</source>
      <translation>其名称与之相似</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_adding.py" />
      <source>its namespace looks like that one's</source>
      <translation>其命名空间与之相似</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_adding.py" />
      <source>its publisher's name looks like that one's</source>
      <translation>其发布者名称与之相似</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_adding.py" />
      <source>its type looks like that one's</source>
      <translation>其类型与之相似</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>law, text found</source>
      <translation>法规，已找到原文</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>law, text not found by us</source>
      <translation>法规，我们未找到原文</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>months</source>
      <translation>月</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>name</source>
      <translation>名称</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/xmltree.py" />
      <source>namespace</source>
      <translation>命名空间</translation>
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
      <translation>限期不详</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/proposalbar.py" />
      <source>no figures</source>
      <translation>没有数字</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>no longer fits</source>
      <translation>不再符合要求</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>no token is plugged in</source>
      <translation>没有插入密钥装置</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>no two rows with the same {fields}</source>
      <translation>任何两列的 {fields} 不得相同</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/howpanel.py" />
      <source>no value</source>
      <translation>没有数值</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>no, not binding</source>
      <translation>否（不具约束力）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>non-repudiation</source>
      <translation>不可否认</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>not limited</source>
      <translation>没有限制</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/changed.py" />
      <source>nothing</source>
      <translation>无</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_calendar.py" />
      <source>nothing due</source>
      <translation>没有到期项目</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/sections.py" />
      <source>nothing required</source>
      <translation>没有必填项目</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_adding.py" />
      <source>one of its files is that one's but for one short place</source>
      <translation>其中一个文件与之只有一处不同</translation>
    </message>
    <message>
      <location filename="../../app/ui/menus.py" />
      <source>open a return first</source>
      <translation>请先开启申报表</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/sections.py" />
      <source>optional, left out</source>
      <translation>选填，没有填写</translation>
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
      <translation>适用格式包 {pack}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/xmlfiles.py" />
      <source>processing instructions</source>
      <translation>处理指令</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>product currency</source>
      <translation>产品货币</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>product currency per unit</source>
      <translation>每单位产品货币</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>profile</source>
      <translation>导入设置</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>published standard</source>
      <translation>已发布的标准</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>receipt recorded</source>
      <translation>记录回执</translation>
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
      <translation>参考编号</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>reference currency</source>
      <translation>参考货币</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>reference currency per unit</source>
      <translation>每单位参考货币</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>removal from {what}</source>
      <translation>从{what}移除</translation>
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
      <translation>开始申报表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>row added</source>
      <translation>加入一行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>row moved</source>
      <translation>移动一行</translation>
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
      <translation>在{what}移动行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>rows removed</source>
      <translation>移除多行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>saved as XML</source>
      <translation>另存为 XML</translation>
    </message>
    <message>
      <location filename="../../app/ui/status.py" />
      <source>saved {time}</source>
      <translation>{time} 已储存</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home_cards.py" />
      <source>say in Settings when the financial year ends</source>
      <translation>请在设置填写财政年度终结日</translation>
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
      <translation>更改设置</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>share</source>
      <translation>占比</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>signed</source>
      <translation>签署</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>signer</source>
      <translation>签署人</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>single fields</source>
      <translation>个别字段</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>staked assets count as other storage</source>
      <translation>已质押资产视为其他储存</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>staked assets count where their key is</source>
      <translation>已质押资产按其密钥所在计算</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>state changed</source>
      <translation>状态更改</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>step</source>
      <translation>步骤</translation>
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
      <translation>差额由 {then} 增至 {now}，超出公司所定的幅度</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/movement_view.py" />
      <source>the greatest {n} are shown</source>
      <translation>显示最大的 {n} 项</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/movement_view.py" />
      <source>the same</source>
      <translation>不变</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>the signer approved the content</source>
      <translation>签署人批核了内容</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>the signer prepared the content</source>
      <translation>签署人拟备了内容</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/verdict.py" />
      <source>the signer prepared, approved and sent it</source>
      <translation>签署人拟备、批核并发出</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/transfer.py" />
      <source>there is no such column.</source>
      <translation>没有此栏。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_calendar.py" />
      <source>today</source>
      <translation>今天</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>undone</source>
      <translation>撤销</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>unexplained</source>
      <translation>未解释</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>units</source>
      <translation>单位</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>until</source>
      <translation>直至</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>value</source>
      <translation>数值</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>value typed</source>
      <translation>输入数值</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>values changed</source>
      <translation>更改数值</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>voided</source>
      <translation>作废</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>where {condition}</source>
      <translation>条件：{condition}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>workbook imported</source>
      <translation>导入试算表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/history.py" />
      <source>workspace made</source>
      <translation>建立工作档</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>yes</source>
      <translation>是</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/words.py" />
      <source>{amount} less than in {month}</source>
      <translation>较{month}减少 {amount}</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/words.py" />
      <source>{amount} more than in {month}</source>
      <translation>较{month}增加 {amount}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/whatif_view.py" />
      <source>{amount} moved to cold storage bring ratio and cover back; there may be less.</source>
      <translation>将 {amount}移往冷储存可使比率及保障额回复符合要求；可能有更低的价值。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/paper.py" />
      <source>{count}; the first {shown} are shown, the form shows all</source>
      <translation>{count}；此处显示首 {shown} 行，表格显示全部</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>{date}, {time}</source>
      <translation>{date} {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>{days} {hours} h</source>
      <translation>{days} {hours} 小时</translation>
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
      <translation>{deadlines}已写入 {file}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/ready_view.py" />
      <source>{done} of {all} done</source>
      <translation>已完成 {done} 项（共 {all} 项）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>{due}, {late}</source>
      <translation>{due}，{late}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_adding.py" />
      <source>{file} has no pack.toml, and its documents may begin with several elements. Choose the one that this return begins with.</source>
      <translation>{file} 没有 pack.toml，其文件可由多个元素开始。请选择此申报表的根元素。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>{file} is imported; {left}. It is one step: Undo takes all of it back.</source>
      <translation>已导入 {file}；{left}。此为一个步骤：「撤销」可全部还原。</translation>
    </message>
    <message>
      <location filename="../../app/ui/dropping.py" />
      <source>{file} is not imported: {why}.</source>
      <translation>没有导入 {file}：{why}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_view.py" />
      <source>{file} is not laid out as “{layout}” says. Choose another layout.</source>
      <translation>{file} 的版面与「{layout}」不符，请另选版面。</translation>
    </message>
    <message>
      <location filename="../../app/ui/restoring.py" />
      <source>{file} is restored and was read whole: {n} entries of the history.</source>
      <translation>{file} 已还原并整份读过：历史记录共 {n} 项。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/backup_settings.py" />
      <source>{file} opens and is whole.
In it: {kinds}.
History: {n} entries, last hash {hash}. {behind}
SHA-256 {digest}, {size} bytes, as its manifest says. Read {when}.</source>
      <translation>{file} 可以开启而且完整。
内容：{kinds}。
历史：{n} 项，最后哈希值 {hash}。{behind}
SHA-256 {digest}，{size} 字节，与清单相符。读取时间 {when}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/originview.py" />
      <source>{file} · {sheet} · {cell}</source>
      <translation>{file} · {sheet} · {cell}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>{file}, sheet {sheet}, cell {cell}, imported by {by}, {at}</source>
      <translation>{file}，工作表 {sheet}，单元格 {cell}，由 {by} 导入，{at}</translation>
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
      <translation>{hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/left_words.py" />
      <source>{left} (checked before the last change)</source>
      <translation>{left}（检查后再有更改）</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/panel.py" />
      <source>{left} against {right}</source>
      <translation>{left} 对 {right}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/sections.py" />
      <source>{left} of {total} left</source>
      <translation>尚余 {left} 项（共 {total} 项）</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>{minutes} min</source>
      <translation>{minutes} 分钟</translation>
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
      <translation>{name}（{all} 个之中 {n} 个吻合）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/signing_key.py" />
      <source>{name}, until {day}</source>
      <translation>{name}，有效期至 {day}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/backup_settings.py" />
      <source>{n} backup is there.</source>
      <translation>现有 {n} 份备份。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/backup_settings.py" />
      <source>{n} backups are there.</source>
      <translation>现有 {n} 份备份。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/sections.py" />
      <source>{n} blocking</source>
      <translation>{n} 项必须更正</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/readiness.py" />
      <source>{n} blocking finding has to be mended first.</source>
      <translation>须先处理 {n} 项必须更正的检查结果。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/readiness.py" />
      <source>{n} blocking findings have to be mended first.</source>
      <translation>须先处理 {n} 项必须更正的检查结果。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingswords.py" />
      <source>{n} blocking in {rules}</source>
      <translation>{rules}中有 {n} 项必须更正</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/transfer.py" />
      <source>{n} cell pasted.</source>
      <translation>已粘贴 {n} 个单元格。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/transfer.py" />
      <source>{n} cells pasted.</source>
      <translation>已粘贴 {n} 个单元格。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>{n} change</source>
      <translation>{n} 项变更</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>{n} changes</source>
      <translation>{n} 项变更</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>{n} clock is running</source>
      <translation>{n}个时限正在计算</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>{n} clocks are running</source>
      <translation>{n} 个时限正在计算</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>{n} code to choose from</source>
      <translation>可选 {n} 个代码</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/words.py" />
      <source>{n} codes to choose from</source>
      <translation>可选 {n} 个代码</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>{n} column has a field</source>
      <translation>{n} 栏已有字段</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>{n} columns have a field</source>
      <translation>{n} 栏已有字段</translation>
    </message>
    <message>
      <location filename="../../app/ui/palette.py" />
      <source>{n} command</source>
      <translation>{n} 项指令</translation>
    </message>
    <message>
      <location filename="../../app/ui/palette.py" />
      <source>{n} commands</source>
      <translation>{n} 项指令</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>{n} day</source>
      <translation>{n} 天</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>{n} day left</source>
      <translation>尚余 {n} 日</translation>
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
      <translation>尚余 {n} 日</translation>
    </message>
    <message>
      <location filename="../../app/ui/words.py" />
      <source>{n} days overdue</source>
      <translation>逾期 {n} 日</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>{n} deadline is</source>
      <translation>{n} 个限期</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>{n} deadlines are</source>
      <translation>{n} 个限期</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>{n} difference</source>
      <translation>{n} 项差异</translation>
    </message>
    <message>
      <location filename="../../app/ui/comparison.py" />
      <source>{n} differences</source>
      <translation>{n} 项差异</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_calendar.py" />
      <source>{n} due</source>
      <translation>{n} 项到期</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/backup_settings.py" />
      <source>{n} entries of the history came after it.</source>
      <translation>其后有 {n} 项历史记录。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/backup_settings.py" />
      <source>{n} entry of the history came after it.</source>
      <translation>其后有 {n} 项历史记录。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/answer.py" />
      <source>{n} error</source>
      <translation>{n} 项错误</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/answer.py" />
      <source>{n} errors</source>
      <translation>{n} 项错误</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>{n} field</source>
      <translation>{n} 个字段</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>{n} fields</source>
      <translation>{n} 个字段</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingsmodel.py" />
      <source>{n} finding</source>
      <translation>{n} 项检查结果</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingswords.py" />
      <source>{n} finding in all</source>
      <translation>共 {n} 项检查结果</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/readiness.py" />
      <source>{n} finding needs an explanation first.</source>
      <translation>须先解释 {n} 项检查结果。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingsmodel.py" />
      <source>{n} findings</source>
      <translation>{n} 项检查结果</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingswords.py" />
      <source>{n} findings in all</source>
      <translation>共 {n} 项检查结果</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/readiness.py" />
      <source>{n} findings need an explanation first.</source>
      <translation>须先解释 {n} 项检查结果。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>{n} for information</source>
      <translation>{n} 项提示</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>{n} has none</source>
      <translation>{n} 栏没有</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>{n} have none</source>
      <translation>{n} 栏没有</translation>
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
      <translation>{n} 项已标示</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_difference.py" />
      <source>{n} may make a valid document invalid.</source>
      <translation>其中 {n} 项可能令有效的文件变为无效。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingswords.py" />
      <source>{n} need explanation</source>
      <translation>{n} 项须作解释</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingswords.py" />
      <source>{n} needs explanation</source>
      <translation>{n} 项须作解释</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/incidents.py" />
      <source>{n} open incident</source>
      <translation>{n} 宗未结束的事故</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/incidents.py" />
      <source>{n} open incidents</source>
      <translation>{n} 宗未结束的事故</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/home.py" />
      <source>{n} overdue</source>
      <translation>{n} 份逾期</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/month_strip.py" />
      <source>{n} return</source>
      <translation>{n} 份申报表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_calendar.py" />
      <source>{n} return due</source>
      <translation>{n} 份申报表待递交</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/month_strip.py" />
      <source>{n} returns</source>
      <translation>{n} 份申报表</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/due_calendar.py" />
      <source>{n} returns due</source>
      <translation>{n} 份申报表待递交</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/sections.py" />
      <source>{n} row</source>
      <translation>{n} 行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>{n} row imported</source>
      <translation>已导入 {n} 行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>{n} row stayed as it was</source>
      <translation>{n} 行保留原状</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>{n} row stays as it is.</source>
      <translation>{n} 行保留原状。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/sections.py" />
      <source>{n} rows</source>
      <translation>{n} 行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>{n} rows imported</source>
      <translation>已导入 {n} 行</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>{n} rows stay as they are.</source>
      <translation>{n} 行保留原状。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>{n} rows stayed as they were</source>
      <translation>{n} 行保留原状</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingswords.py" />
      <source>{n} rule</source>
      <translation>{n} 条规则</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findingswords.py" />
      <source>{n} rules</source>
      <translation>{n} 条规则</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>{n} single value too</source>
      <translation>另有 {n} 个数值</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>{n} single values too</source>
      <translation>另有 {n} 个数值</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/pack_rules.py" />
      <source>{n} switched off</source>
      <translation>{n} 条已停用</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>{n} table</source>
      <translation>{n} 个表格</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/new_return.py" />
      <source>{n} tables</source>
      <translation>{n} 个表格</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/sections.py" />
      <source>{n} to explain</source>
      <translation>{n} 项须作解释</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/carried.py" />
      <source>{n} value</source>
      <translation>{n} 个数值</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>{n} value differs</source>
      <translation>{n} 个数值不同</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/carried.py" />
      <source>{n} values</source>
      <translation>{n} 个数值</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>{n} values differ</source>
      <translation>{n} 个数值不同</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/transfer.py" />
      <source>{n} was not taken</source>
      <translation>{n} 个未获接纳</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/transfer.py" />
      <source>{n} were not taken</source>
      <translation>{n} 个未获接纳</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>{n} word stands for nothing yet</source>
      <translation>{n} 个字词未有对应代码</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>{n} words stand for nothing yet</source>
      <translation>{n} 个字词未有对应代码</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>{other} has taken the place of {pack} since {day}.</source>
      <translation>自 {day} 起，{other} 取代 {pack}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>{pack} and {other} are in force from the same day; {other} is taken.</source>
      <translation>{pack} 与 {other} 同日生效；采用 {other}。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>{pack} comes into force on {day}.</source>
      <translation>{pack} 于 {day} 生效。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>{pack} is no longer in force since {day}.</source>
      <translation>{pack} 自 {day} 起不再生效。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/packs.py" />
      <source>{pack} was to be looked at again by {day}: ask its publisher whether it still holds.</source>
      <translation>{pack} 原应于 {day} 前覆核：请向发布者查询是否仍然适用。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/proposalbar.py" />
      <source>{period}: {then}; now: {now}</source>
      <translation>{period}：{then}；现时：{now}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>{rows} from {file}. It is one step: Undo takes all of it back.</source>
      <translation>{rows}，来自 {file}。这是一个步骤，「撤销」可全部还原。</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/proposalbar.py" />
      <source>{said} has lapsed: {why}</source>
      <translation>{said}已失效：{why}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>{sheet} (not imported)</source>
      <translation>{sheet}（不导入）</translation>
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
      <translation>{total} 行中的 {shown} 行：开首数行及该单元格前后各行</translation>
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
      <translation>所属{table}：{field}</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/match_words.py" />
      <source>{table} stands on two sheets. Choose one; the sheet {sheet} is the second.</source>
      <translation>{table} 见于两张工作表。请选择其一；工作表 {sheet} 是第二张。</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/import_words.py" />
      <source>{table}: {new} new, {changed} changed, {gone} gone, {same} the same</source>
      <translation>{table}：新增 {new}、更改 {changed}、移除 {gone}、不变 {same}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/originview.py" />
      <source>{text}, the cell of the value</source>
      <translation>{text}，数值所在的单元格</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/clockline.py" />
      <source>{time} left</source>
      <translation>尚余 {time}</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/plot.py" />
      <source>{unit} million</source>
      <translation>百万 {unit}</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/words.py" />
      <source>{unit} {n}</source>
      <translation>{n} {unit}</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/words.py" />
      <source>{unit} {n} bn</source>
      <translation>{n} 十亿{unit}</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/words.py" />
      <source>{unit} {n} k</source>
      <translation>{n} 千{unit}</translation>
    </message>
    <message>
      <location filename="../../app/ui/charts/words.py" />
      <source>{unit} {n} m</source>
      <translation>{n} 百万{unit}</translation>
    </message>
    <message>
      <location filename="../../app/ui/editor/findings.py" />
      <source>{verdict} (before the last change)</source>
      <translation>{verdict}（最后一次更改之前）</translation>
    </message>
    <message>
      <location filename="../../app/ui/pages/carried.py" />
      <source>{what} carried forward from {period}. Look them over.</source>
      <translation>已由 {period} 结转{what}，请过目。</translation>
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
      <translation>{what}：没有申报表</translation>
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
      <translation>「{text}」当时正在输入，尚未储存。</translation>
    </message>
    <message>
      <location filename="../../app/ui/widgets/changed.py" />
      <source>“{value}”</source>
      <translation>「{value}」</translation>
    </message>
  </context>
</TS>
