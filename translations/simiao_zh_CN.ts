<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Errors</name>
    <message>
        <source>Your account may not do this. It is open to: %1. Ask one of them or the administrator.</source>
        <translation>您的账号无此权限，仅限以下角色：%1。请由其中一位操作，或联系管理员。</translation>
    </message>
    <message>
        <source>Name or password is wrong, or the account is closed. Type both again; the administrator can help.</source>
        <translation>用户名或密码错误，或账号已停用。请重新输入；如仍无法登录，请联系管理员。</translation>
    </message>
    <message>
        <source>Too many attempts. Try again in %1 s.</source>
        <translation>尝试次数过多。请在 %1 秒后重试。</translation>
    </message>
    <message>
        <source>The computer has too little memory to check a password. Close other programs and try again.</source>
        <translation>计算机内存不足，无法验证密码。请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>Your account belongs to no department. Ask the administrator to enter one.</source>
        <translation>您的账号未归属任何科室。请联系管理员设置科室。</translation>
    </message>
    <message>
        <source>The roles file does not fit the program (%1). The administrator must correct rules/roles.json.</source>
        <translation>角色文件与程序不符（%1）。请管理员修正 rules/roles.json。</translation>
    </message>
    <message>
        <source>Somebody else changed this in the meantime. It is shown anew; check it and do it again.</source>
        <translation>此内容刚刚被他人修改，已重新显示。请核对后重新操作。</translation>
    </message>
    <message>
        <source>A patient with this identity number is already on record. Search for the number.</source>
        <translation>该身份证号的患者已建档。请按此号码查找。</translation>
    </message>
    <message>
        <source>These charges were already made. The list is shown anew.</source>
        <translation>这些费用已经生成，列表已刷新。请核对。</translation>
    </message>
    <message>
        <source>These charges were already paid. The list is shown anew.</source>
        <translation>这些费用已经缴清，列表已刷新。请核对。</translation>
    </message>
    <message>
        <source>This study is already on the patient&apos;s record.</source>
        <translation>该检查已在患者的档案中。</translation>
    </message>
    <message>
        <source>This is on record already (%1). Search for it instead of entering it again.</source>
        <translation>已有此记录（%1）。请直接查找，不要重复录入。</translation>
    </message>
    <message>
        <source>The database refused the entry (%1). Nothing was saved; check the values.</source>
        <translation>数据库拒绝了本次录入（%1）。内容未保存，请检查录入的值。</translation>
    </message>
    <message>
        <source>This record is not there any more. The list is shown anew.</source>
        <translation>该记录已不存在，列表已刷新。</translation>
    </message>
    <message>
        <source>Nothing was saved: the disk is full. Free some space, then save again; what you typed is kept.</source>
        <translation>未保存：磁盘已满。请先释放空间再保存；已录入的内容仍保留。</translation>
    </message>
    <message>
        <source>Nothing was saved: the disk refuses to write. Tell the administrator; what you typed is kept.</source>
        <translation>未保存：磁盘无法写入。请联系管理员；已录入的内容仍保留。</translation>
    </message>
    <message>
        <source>The program is closing; nothing was saved. What you typed is kept as a draft.</source>
        <translation>程序正在关闭，内容未保存。已录入的内容保留为草稿。</translation>
    </message>
    <message>
        <source>The database file is damaged. Stop working here and have the last backup restored.</source>
        <translation>数据库文件已损坏。请停止在此操作，并恢复最近一次备份。</translation>
    </message>
    <message>
        <source>The database did not answer as expected (%1). Nothing was saved; tell the administrator.</source>
        <translation>数据库响应异常（%1）。内容未保存，请联系管理员。</translation>
    </message>
    <message>
        <source>The program&apos;s database files do not fit together (%1). Install it again.</source>
        <translation>程序自带的数据库文件彼此不一致（%1）。请重新安装程序。</translation>
    </message>
    <message>
        <source>A stored record is not what was written (%1). Do not rely on it; tell the administrator.</source>
        <translation>已存储的记录与写入时不一致（%1）。请勿依据该记录，并联系管理员。</translation>
    </message>
    <message>
        <source>A stored record cannot be read (%1). It is damaged or was written by a newer program; tell the administrator.</source>
        <translation>无法读取已存储的记录（%1）。该记录已损坏，或由更新版本的程序写入；请联系管理员。</translation>
    </message>
    <message>
        <source>Another program has this workstation&apos;s database open. Close it, then start again.</source>
        <translation>另一个程序正在使用本工作站的数据库。请先将其关闭，再重新启动。</translation>
    </message>
    <message>
        <source>The database file is not a database. Have the last backup restored.</source>
        <translation>数据库文件不是有效的数据库。请恢复最近一次备份。</translation>
    </message>
    <message>
        <source>%1 exists already. Choose another name; a backup never overwrites.</source>
        <translation>%1 已存在。请另取名称；备份不会覆盖已有文件。</translation>
    </message>
    <message>
        <source>The back-end &quot;%1&quot; keeps no records. Correct backend.driver in the settings.</source>
        <translation>后端“%1”不保存记录。请在设置中更正 backend.driver。</translation>
    </message>
    <message>
        <source>The back-end &quot;%1&quot; cannot be maintained from here. Use the server&apos;s own tools.</source>
        <translation>后端“%1”无法在此维护。请使用服务器自带的工具。</translation>
    </message>
    <message>
        <source>The database was made by a newer program (schema %1). Start that one, or restore a backup.</source>
        <translation>数据库由更新版本的程序创建（结构版本 %1）。请启动该版本，或恢复备份。</translation>
    </message>
    <message>
        <source>The database was made with another version of migration %1. Install the program that fits it.</source>
        <translation>数据库由另一版本的迁移 %1 创建。请安装与之匹配的程序。</translation>
    </message>
    <message>
        <source>The database belongs to another program. Choose another profile.</source>
        <translation>该数据库属于另一个程序。请选择其他配置档。</translation>
    </message>
    <message>
        <source>There is no migration to take back.</source>
        <translation>没有可回退的迁移。</translation>
    </message>
    <message>
        <source>The database cannot be brought up to date (%1). Nothing was changed; tell the administrator.</source>
        <translation>数据库无法升级到最新结构（%1）。未作任何更改，请联系管理员。</translation>
    </message>
    <message>
        <source>The audit trail&apos;s head cannot be read. Tell the administrator before going on.</source>
        <translation>无法读取审计记录的链首。请先联系管理员，再继续操作。</translation>
    </message>
    <message>
        <source>The audit trail&apos;s head file is damaged (%1). Tell the administrator before going on.</source>
        <translation>审计记录的链首文件已损坏（%1）。请先联系管理员，再继续操作。</translation>
    </message>
    <message>
        <source>The audit trail ends before record %1 that was written: the database was cut or replaced. Stop and tell the administrator.</source>
        <translation>审计记录在已写入的第 %1 条之前中断：数据库被截断或替换。请停止操作并联系管理员。</translation>
    </message>
    <message>
        <source>The audit trail is not the one this workstation wrote (record %1). Stop and tell the administrator.</source>
        <translation>审计记录不是本工作站写入的（第 %1 条）。请停止操作并联系管理员。</translation>
    </message>
    <message>
        <source>The audit trail was changed at record %1. Stop and tell the administrator.</source>
        <translation>审计记录在第 %1 条处被改动。请停止操作并联系管理员。</translation>
    </message>
    <message>
        <source>What you type is not on the disk yet (%1). Go on, but sign soon; the program keeps trying.</source>
        <translation>您录入的内容尚未写入磁盘（%1）。可以继续，但请尽快签名；程序会不断重试。</translation>
    </message>
    <message>
        <source>Part of your drafts&apos; file was damaged. What could be read is there; check your open visits.</source>
        <translation>草稿文件部分损坏。可读取的内容均已恢复，请检查未完成的就诊。</translation>
    </message>
    <message>
        <source>A part of this draft cannot be read (%1). It is kept; tell the administrator.</source>
        <translation>此草稿有一部分无法读取（%1）。该部分已保留，请联系管理员。</translation>
    </message>
    <message>
        <source>The drafts&apos; file is not one of this program. It was left untouched; tell the administrator.</source>
        <translation>草稿文件不是本程序的文件。程序未作改动，请联系管理员。</translation>
    </message>
    <message>
        <source>The folder of drafts cannot be used (%1). What you type is in memory only; tell the administrator.</source>
        <translation>草稿文件夹无法使用（%1）。您录入的内容仅在内存中，请联系管理员。</translation>
    </message>
    <message>
        <source>A file cannot be opened (%1). Check that it exists and that you may read it.</source>
        <translation>无法打开文件（%1）。请确认文件存在，且您有读取权限。</translation>
    </message>
    <message>
        <source>Saved, but the disk did not confirm it. Save again before you switch the computer off.</source>
        <translation>已保存，但磁盘未予确认。关机前请再保存一次。</translation>
    </message>
    <message>
        <source>The disk refuses to work (%1). Nothing was changed; tell the administrator.</source>
        <translation>磁盘无法正常工作（%1）。未作任何更改，请联系管理员。</translation>
    </message>
    <message>
        <source>The text holds a character that cannot be stored, at position %1. Delete it.</source>
        <translation>文本第 %1 位有无法存储的字符。请将其删除。</translation>
    </message>
    <message>
        <source>The text holds half a character, at position %1. Delete it.</source>
        <translation>文本第 %1 位有不完整的字符。请将其删除。</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>缺少姓名。请填写。</translation>
    </message>
    <message>
        <source>The date of birth is missing or lies in the future.</source>
        <translation>出生日期未填写或晚于今天。请更正。</translation>
    </message>
    <message>
        <source>The identity number says another date of birth. Correct one of them.</source>
        <translation>出生日期与身份证号不符。请更正其中一项。</translation>
    </message>
    <message>
        <source>The identity number says another sex. Correct one of them.</source>
        <translation>性别与身份证号不符。请更正其中一项。</translation>
    </message>
    <message>
        <source>An identity number has 18 characters; this one has %1.</source>
        <translation>身份证号应为 18 位，此号码为 %1 位。请核对。</translation>
    </message>
    <message>
        <source>The identity number has a wrong character at position %1.</source>
        <translation>身份证号第 %1 位字符有误。请核对。</translation>
    </message>
    <message>
        <source>Positions 7 to 14 of the identity number are no date of birth.</source>
        <translation>身份证号第 7 至 14 位不是有效的出生日期。请核对。</translation>
    </message>
    <message>
        <source>The identity number&apos;s last character does not fit the others: one of them is mistyped.</source>
        <translation>身份证号末位校验不符，其中有一位输错。请核对。</translation>
    </message>
    <message>
        <source>The last place of this half-hour was just taken. Choose another one.</source>
        <translation>该时段的最后一个号刚刚被占用。请选择其他时段。</translation>
    </message>
    <message>
        <source>This patient was called or passed by somebody else in the meantime. The queue is shown anew.</source>
        <translation>该患者刚刚已被他人叫号或过号。候诊列表已刷新。</translation>
    </message>
    <message>
        <source>The dose&apos;s unit does not fit the drug&apos;s strength. Use the unit of the strength or count pieces.</source>
        <translation>剂量单位与药品规格不符。请使用规格的单位，或按片、支等计数。</translation>
    </message>
    <message>
        <source>Dose and days must be greater than zero.</source>
        <translation>剂量和天数必须大于零。请更正。</translation>
    </message>
    <message>
        <source>A required part of the note is empty (%1). Fill it in, then sign.</source>
        <translation>病历必填项为空（%1）。请填写后再签名。</translation>
    </message>
    <message>
        <source>There is no diagnosis. Enter one, then sign.</source>
        <translation>没有诊断。请录入诊断后再签名。</translation>
    </message>
    <message>
        <source>The order line still holds text. Finish it with Enter or clear it, then sign.</source>
        <translation>医嘱行中仍有未完成的内容。请按 Enter 完成或清除后再签名。</translation>
    </message>
    <message>
        <source>A finding on a drug line asks for a reason (%1). Write it, then sign.</source>
        <translation>药品医嘱的审查提示需要填写理由（%1）。请填写后再签名。</translation>
    </message>
    <message>
        <source>A drug line is not allowed for this patient (%1). Change it, then sign.</source>
        <translation>此药品医嘱不得用于该患者（%1）。请修改后再签名。</translation>
    </message>
    <message>
        <source>There is no note template. The administrator must restore resources/templates.</source>
        <translation>没有病历模板。请管理员恢复 resources/templates。</translation>
    </message>
    <message>
        <source>The prescription is not in the state this needs (%1). It is shown anew.</source>
        <translation>处方当前状态不允许此操作（%1）。处方已刷新。</translation>
    </message>
    <message>
        <source>A returned prescription needs a reason for the physician.</source>
        <translation>退回处方须向医师说明原因。请填写。</translation>
    </message>
    <message>
        <source>The charges changed in the meantime. They are shown anew; check the total.</source>
        <translation>费用刚刚有变动，已刷新。请核对合计。</translation>
    </message>
    <message>
        <source>There is nothing to pay.</source>
        <translation>没有待缴费用。</translation>
    </message>
    <message>
        <source>The amount is less than the total.</source>
        <translation>实收金额少于合计。请核对。</translation>
    </message>
    <message>
        <source>The amount is more than can be given change for. Check it.</source>
        <translation>实收金额过大，无法找零。请核对。</translation>
    </message>
    <message>
        <source>There is not enough on the shelf (%1). Take another lot or return the prescription.</source>
        <translation>库存不足（%1）。请改取其他批号，或退回处方。</translation>
    </message>
    <message>
        <source>The lots do not add up to the ordered quantity (%1). Correct the numbers.</source>
        <translation>各批号数量之和与医嘱数量不符（%1）。请更正数量。</translation>
    </message>
    <message>
        <source>An amount has at most two decimals.</source>
        <translation>金额最多两位小数。请更正。</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>此处不是数字。请更正。</translation>
    </message>
    <message>
        <source>This is not a date. Write it like 2026-11-22.</source>
        <translation>此处不是日期。请按 2026-11-22 的格式填写。</translation>
    </message>
    <message>
        <source>No answer in time. Try again.</source>
        <translation>等待响应超时。请重试。</translation>
    </message>
    <message>
        <source>The file or folder with the images is not there. Check the path or the disk.</source>
        <translation>影像文件或文件夹不存在。请检查路径或磁盘。</translation>
    </message>
    <message>
        <source>This is not a DICOM file.</source>
        <translation>这不是 DICOM 文件。</translation>
    </message>
    <message>
        <source>The images name another patient. Compare name and date of birth before you attach them.</source>
        <translation>影像中的患者与当前患者不符。请核对姓名和出生日期后再关联。</translation>
    </message>
    <message>
        <source>Images compressed this way (%1) cannot be shown. Ask radiology for uncompressed ones.</source>
        <translation>无法显示以此方式压缩的影像（%1）。请向放射科索取未压缩的影像。</translation>
    </message>
    <message>
        <source>Images of this colour model (%1) cannot be shown.</source>
        <translation>无法显示此颜色模型的影像（%1）。</translation>
    </message>
    <message>
        <source>The images cannot be written (%1). Check the disk&apos;s free space.</source>
        <translation>影像无法写入（%1）。请检查磁盘可用空间。</translation>
    </message>
    <message>
        <source>The image cannot be shown (%1). The file is damaged or of a kind this program does not know.</source>
        <translation>影像无法显示（%1）。文件已损坏，或属于本程序不支持的类型。</translation>
    </message>
    <message>
        <source>%1 rows of the file are wrong; nothing was imported. A dry run lists them.</source>
        <translation>文件中有 %1 行错误，未导入任何内容。试运行可列出这些行。</translation>
    </message>
    <message>
        <source>The file&apos;s first line is not the expected header (%1).</source>
        <translation>文件首行不是规定的表头（%1）。请更正。</translation>
    </message>
    <message>
        <source>The file holds no rows.</source>
        <translation>文件中没有数据行。</translation>
    </message>
    <message>
        <source>A row of the file is wrong (%1).</source>
        <translation>文件中有一行错误（%1）。请更正。</translation>
    </message>
    <message>
        <source>The file is larger than %1. Split it.</source>
        <translation>文件超过 %1，请拆分。</translation>
    </message>
    <message>
        <source>The file holds no patient, so nothing of it can be imported.</source>
        <translation>文件中没有患者，无内容可导入。</translation>
    </message>
    <message>
        <source>The file holds one patient twice (%1). Nothing was imported; take one of the entries out.</source>
        <translation>文件中同一患者出现两次（%1）。未导入任何内容，请去掉其中一条。</translation>
    </message>
    <message>
        <source>A patient of the file is on record already (%1). Nothing was imported; take the entry out and correct the record by hand.</source>
        <translation>文件中的患者已建档（%1）。未导入任何内容，请去掉该条并手工更正档案。</translation>
    </message>
    <message>
        <source>The file is no FHIR Bundle (%1). Ask the other system for one.</source>
        <translation>该文件不是 FHIR Bundle（%1）。请让对方系统提供 Bundle。</translation>
    </message>
    <message>
        <source>Bundles of this kind cannot be imported (%1). It must be a collection, a transaction, a document or a searchset.</source>
        <translation>不能导入此类 Bundle（%1）。只接受 collection、transaction、document 或 searchset。</translation>
    </message>
    <message>
        <source>A patient has no name or no full date of birth (%1). Nothing was imported; complete the entry or take it out.</source>
        <translation>有患者缺少姓名或完整的出生日期（%1）。未导入任何内容，请补全或去掉该条。</translation>
    </message>
    <message>
        <source>The FHIR file is wrong at %1. Nothing was imported; ask the other system for a correct one.</source>
        <translation>FHIR 文件有误：%1。未导入任何内容，请让对方系统提供正确的文件。</translation>
    </message>
    <message>
        <source>This profile is in use by %1. Close that program, then start again.</source>
        <translation>此配置档正被 %1 使用。请关闭该程序后重新启动。</translation>
    </message>
    <message>
        <source>There is no profile at %1. Check --profile.</source>
        <translation>%1 处没有配置档。请检查 --profile。</translation>
    </message>
    <message>
        <source>The profile&apos;s folder %1 cannot be made or written. Choose another one or ask for the right to write.</source>
        <translation>无法创建或写入配置档文件夹 %1。请另选文件夹，或申请写入权限。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no setting. Write --set key=value.</source>
        <translation>“%1”不是设置项。请写成 --set key=value。</translation>
    </message>
    <message>
        <source>A settings file is wrong at %1. Correct the line, then start again.</source>
        <translation>设置文件在 %1 处有误。请更正该行后重新启动。</translation>
    </message>
    <message>
        <source>A file of the program is missing (%1). Install it again or set SIMIAO_RESOURCES.</source>
        <translation>缺少程序文件（%1）。请重新安装程序，或设置 SIMIAO_RESOURCES。</translation>
    </message>
    <message>
        <source>A rules file is wrong at %1. Correct it or restore the one that came with the program.</source>
        <translation>规则文件在 %1 处有误。请更正，或恢复程序自带的文件。</translation>
    </message>
    <message>
        <source>The file of surnames is wrong at %1. Correct it or restore the one that came with the program.</source>
        <translation>姓氏文件在 %1 处有误。请更正，或恢复程序自带的文件。</translation>
    </message>
    <message>
        <source>A JSON file is wrong at %1. Correct it or restore the one that came with the program.</source>
        <translation>JSON 文件在 %1 处有误。请更正，或恢复程序自带的文件。</translation>
    </message>
    <message>
        <source>The demonstration&apos;s files do not fit together (%1). Install the program again.</source>
        <translation>演示文件彼此不一致（%1）。请重新安装程序。</translation>
    </message>
    <message>
        <source>Say who you are: --user NAME, and the password on standard input.</source>
        <translation>请说明您的身份：使用 --user NAME，并从标准输入提供密码。</translation>
    </message>
    <message>
        <source>The part &quot;%1&quot; of the program is not installed. Install it or change the settings.</source>
        <translation>程序组件“%1”未安装。请安装该组件，或更改设置。</translation>
    </message>
    <message>
        <source>Left out this time: it took the program down at the last start. The next start tries it again.</source>
        <translation>本次未加载：上次启动时它导致程序崩溃。下次启动时会再次尝试。</translation>
    </message>
    <message>
        <source>The file is no plugin: %1. Remove it.</source>
        <translation>该文件不是插件：%1。请将其移除。</translation>
    </message>
    <message>
        <source>Its description lacks or misspells &quot;%1&quot;. Install a corrected version.</source>
        <translation>插件描述中缺少“%1”或其拼写有误。请安装更正后的版本。</translation>
    </message>
    <message>
        <source>It was made for another version of the program: %1. Install the one that fits.</source>
        <translation>该插件适用于程序的另一版本：%1。请安装匹配的版本。</translation>
    </message>
    <message>
        <source>It stands in the wrong folder: %1. Move it.</source>
        <translation>插件所在文件夹不对：%1。请将其移到正确位置。</translation>
    </message>
    <message>
        <source>The program does not know its interface &quot;%1&quot;. Install the version that fits.</source>
        <translation>程序不支持其接口“%1”。请安装匹配的版本。</translation>
    </message>
    <message>
        <source>The same plugin is installed twice; used is %1. Remove one.</source>
        <translation>同一插件安装了两份，当前使用 %1。请移除其中一份。</translation>
    </message>
    <message>
        <source>It needs the plugin &quot;%1&quot;, which is not installed.</source>
        <translation>该插件依赖插件“%1”，但后者未安装。</translation>
    </message>
    <message>
        <source>It needs a newer plugin: %1. Update that one.</source>
        <translation>该插件需要更新版本的插件：%1。请更新后者。</translation>
    </message>
    <message>
        <source>It was made for an older plugin: %1. Update this one.</source>
        <translation>该插件适用于旧版本的插件：%1。请更新本插件。</translation>
    </message>
    <message>
        <source>It needs the plugin &quot;%1&quot;, which was left out.</source>
        <translation>该插件依赖插件“%1”，但后者未加载。</translation>
    </message>
    <message>
        <source>These plugins need each other in a circle: %1. Update them.</source>
        <translation>这些插件循环依赖：%1。请更新这些插件。</translation>
    </message>
    <message>
        <source>Its library cannot be loaded: %1. Install it again.</source>
        <translation>无法加载插件库：%1。请重新安装该插件。</translation>
    </message>
    <message>
        <source>It failed while starting: %1. Tell whoever made it.</source>
        <translation>插件启动失败：%1。请联系插件开发者。</translation>
    </message>
    <message>
        <source>Two plugins want one key: %1. The first has it.</source>
        <translation>两个插件使用同一快捷键：%1。由先加载的插件使用。</translation>
    </message>
    <message>
        <source>It announces &quot;%1&quot; and does not offer it.</source>
        <translation>该插件声明了“%1”，但并未提供。</translation>
    </message>
    <message>
        <source>Its description holds &quot;%1&quot;, which this program does not know.</source>
        <translation>插件描述中含有“%1”，本程序无法识别。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Something entered does not fit (%1). Check it.</source>
        <translation>录入内容有不符之处（%1）。请检查。</translation>
    </message>
    <message>
        <source>It is not there any more (%1).</source>
        <translation>该内容已不存在（%1）。</translation>
    </message>
    <message>
        <source>Somebody else was first (%1). Look again before you go on.</source>
        <translation>已有他人先行操作（%1）。请重新查看后再继续。</translation>
    </message>
    <message>
        <source>Your account may not do this (%1). Ask the administrator.</source>
        <translation>您的账号无此权限（%1）。请联系管理员。</translation>
    </message>
    <message>
        <source>It cannot be reached now (%1). Nothing is lost; try again.</source>
        <translation>暂时无法连接（%1）。数据没有丢失，请重试。</translation>
    </message>
    <message>
        <source>Stored data is damaged (%1). Stop and tell the administrator.</source>
        <translation>已存储的数据已损坏（%1）。请停止操作并联系管理员。</translation>
    </message>
    <message>
        <source>The program made a mistake (%1). Nothing is lost; tell the administrator what you did.</source>
        <translation>程序出错（%1）。数据没有丢失，请将您的操作告知管理员。</translation>
    </message>
    <message>
        <source>A lot belongs to another drug or has expired. Choose another lot.</source>
        <translation>所选批号属于其他药品或已过期。请选择其他批号。</translation>
    </message>
    <message>
        <source>The study on record is no longer at its place. Attach it again or ask for the disk.</source>
        <translation>记录中的影像已不在原位置。请重新添加，或查找原存储介质。</translation>
    </message>
    <message>
        <source>This half-hour belongs to another department or day. Choose one of today&apos;s list.</source>
        <translation>该时段属于其他科室或日期。请从今天的列表中选择。</translation>
    </message>
    <message>
        <source>The password is too short. It needs at least %1 characters; a sentence is easy to remember.</source>
        <translation>密码太短，至少 %1 个字符；用一句话最好记。</translation>
    </message>
    <message>
        <source>The password is too simple. Mix at least %1 of: small letters, capitals, digits, other characters.</source>
        <translation>密码太简单。小写字母、大写字母、数字、其他字符中至少用 %1 种。</translation>
    </message>
    <message>
        <source>The same character stands more than %1 times in a row. Choose another password.</source>
        <translation>同一字符连续出现超过 %1 次，请另选密码。</translation>
    </message>
    <message>
        <source>This password is one that everybody tries first. Choose another.</source>
        <translation>这是最容易被猜到的密码，请另选。</translation>
    </message>
    <message>
        <source>The log-in name stands in the password. Choose another.</source>
        <translation>密码中含有登录名，请另选。</translation>
    </message>
    <message>
        <source>This is the password you have now. Choose another.</source>
        <translation>与现用密码相同，请另选。</translation>
    </message>
    <message>
        <source>The two passwords are not the same. Type both again.</source>
        <translation>两次输入的密码不一致，请重新输入。</translation>
    </message>
    <message>
        <source>The present password is not right. Type it again.</source>
        <translation>现用密码不正确，请重新输入。</translation>
    </message>
    <message>
        <source>A log-in name has 2 to 32 small letters, digits, dots or hyphens and begins with a letter or digit (%1).</source>
        <translation>登录名为 2 至 32 个小写字母、数字、点或连字符，以字母或数字开头（%1）。</translation>
    </message>
    <message>
        <source>Enter the name of the person.</source>
        <translation>请输入姓名。</translation>
    </message>
    <message>
        <source>Choose at least one role: without one the person can do nothing.</source>
        <translation>请至少选择一个角色，否则该人员什么也不能做。</translation>
    </message>
    <message>
        <source>There is no role %1. Choose one of the list.</source>
        <translation>没有角色 %1，请从列表中选择。</translation>
    </message>
    <message>
        <source>Nobody would be left who manages accounts. Give another person that role first.</source>
        <translation>这样就没有人能管理账户了。请先把该角色授予另一人。</translation>
    </message>
    <message>
        <source>Nobody locks or closes the own account. Ask another administrator.</source>
        <translation>不能锁定或注销自己的账户，请另一位管理员操作。</translation>
    </message>
    <message>
        <source>This hospital has accounts already. Log in with one of them.</source>
        <translation>本院已有账户，请用已有账户登录。</translation>
    </message>
    <message>
        <source>This log-in name is taken. Choose another.</source>
        <translation>该登录名已被使用，请另选。</translation>
    </message>
    <message>
        <source>There is no setting %1.</source>
        <translation>没有设置项 %1。</translation>
    </message>
    <message>
        <source>The setting %1 cannot be chosen at this level.</source>
        <translation>设置项 %1 不能在这一级选择。</translation>
    </message>
    <message>
        <source>This value does not fit (%1). The list shows what may be chosen.</source>
        <translation>该值不合要求（%1），可选值见列表。</translation>
    </message>
    <message>
        <source>Your account belongs to no department, so nothing can be chosen for it.</source>
        <translation>您的账户不属于任何科室，无法为科室选择设置。</translation>
    </message>
    <message>
        <source>This record is restricted, and the person is not in your care. Give a reason to open it; the opening is recorded and looked at.</source>
        <translation>该病历受限，且患者不在您的诊疗范围内。说明理由后可打开，打开行为会被记录并核查。</translation>
    </message>
    <message>
        <source>This password must be changed first. Log in at the workstation and choose a new one.</source>
        <translation>该密码须先更改。请在工作站登录并设置新密码。</translation>
    </message>
    <message>
        <source>There is no account %1. simiao-cli user list shows all.</source>
        <translation>没有账户 %1。simiao-cli user list 可列出全部账户。</translation>
    </message>
    <message>
        <source>There is no department %1.</source>
        <translation>没有科室 %1。</translation>
    </message>
    <message>
        <source>The copy is not what was copied (table %1) and was removed. Check the disk, then try again.</source>
        <translation>备份与原数据不一致（表 %1），已删除该备份。请检查磁盘后重试。</translation>
    </message>
    <message>
        <source>%1 holds something already. Choose a new folder; an export never overwrites.</source>
        <translation>%1 中已有内容，请另选新文件夹；导出从不覆盖已有文件。</translation>
    </message>
    <message>
        <source>An export cannot stand inside the profile (%1). Choose a folder outside it.</source>
        <translation>导出文件夹不能位于配置目录之内（%1），请选择其外的文件夹。</translation>
    </message>
    <message>
        <source>%1 holds no finished export: its manifest is missing. Export again, or copy the whole folder.</source>
        <translation>%1 不是完整的导出：缺少清单文件。请重新导出，或复制整个文件夹。</translation>
    </message>
    <message>
        <source>The manifest of the export is damaged at %1. Copy the folder again from where it was made.</source>
        <translation>导出清单在 %1 处已损坏，请从原处重新复制该文件夹。</translation>
    </message>
    <message>
        <source>The export has a form that this program does not know (%1). Use the program that fits it.</source>
        <translation>本程序不识别该导出的格式（%1），请使用与之相符的程序。</translation>
    </message>
    <message>
        <source>The export was made by a newer program (%1). Install that one, then import.</source>
        <translation>该导出由更新的程序（%1）生成，请先安装该版本再导入。</translation>
    </message>
    <message>
        <source>The export holds a table that this program does not know (%1). Install the program that made it.</source>
        <translation>导出中含有本程序不识别的表（%1），请安装生成该导出的程序。</translation>
    </message>
    <message>
        <source>A file of the export is missing (%1). Copy the whole folder again.</source>
        <translation>导出缺少文件 %1，请重新复制整个文件夹。</translation>
    </message>
    <message>
        <source>The export was changed or damaged at %1. Nothing was imported; copy the folder again from where it was made.</source>
        <translation>导出在 %1 处被改动或损坏。未导入任何内容，请从原处重新复制该文件夹。</translation>
    </message>
    <message>
        <source>The export does not fit together (%1). Nothing was imported; export again.</source>
        <translation>导出内容前后不一致（%1）。未导入任何内容，请重新导出。</translation>
    </message>
    <message>
        <source>This profile holds data already (table %1). Import into a new profile.</source>
        <translation>该配置中已有数据（表 %1），请导入到新的配置中。</translation>
    </message>
    <message>
        <source>The list of former image folders cannot be read (%1). Correct the file or remove it; images of a profile that was moved are not found without it.</source>
        <translation>无法读取原影像文件夹列表（%1）。请修正或删除该文件；缺少它时，迁移而来的影像将无法找到。</translation>
    </message>
    <message>
        <source>This back-end is not filled from here. Use the tools of its server.</source>
        <translation>该后端不能在此导入数据，请使用其服务器的工具。</translation>
    </message>
    <message>
        <source>This back-end is not restored from here. Use the tools of its server.</source>
        <translation>该后端不能在此恢复，请使用其服务器的工具。</translation>
    </message>
    <message>
        <source>The database was made by an older program (schema %1). Close all workstations and run simiao-cli db migrate; a copy is made first.</source>
        <translation>数据库由旧版程序建立（结构版本 %1）。请关闭所有工作站并运行 simiao-cli db migrate，升级前会先备份。</translation>
    </message>
    <message>
        <source>A workstation has this profile open. Close it, then run %1 again.</source>
        <translation>有工作站正在使用该数据目录。请关闭后再运行 %1。</translation>
    </message>
    <message>
        <source>No workstation has this profile open.</source>
        <translation>没有工作站打开该数据目录。</translation>
    </message>
    <message>
        <source>The workstation ended before it had answered. Look whether the command was carried out, then run it again.</source>
        <translation>工作站在应答前已退出。请确认命令是否已执行，再重新运行。</translation>
    </message>
    <message>
        <source>simiao-cli cannot reach this workstation (%1). The workstation itself works.</source>
        <translation>simiao-cli 无法连接本工作站（%1），工作站本身可正常使用。</translation>
    </message>
    <message>
        <source>The request could not be read.</source>
        <translation>无法读取该请求。</translation>
    </message>
    <message>
        <source>It is switched off. The administrator can switch it on; it counts from the next start on.</source>
        <translation>已停用。管理员可以启用，下次启动时生效。</translation>
    </message>
    <message>
        <source>There is no display &quot;%1&quot;. Check its name; &quot;About plugins&quot; shows what is installed.</source>
        <translation>没有显示屏“%1”。请检查名称，“关于插件”列出已安装的内容。</translation>
    </message>
    <message>
        <source>The display cannot be drawn (%1). Install what is missing: on Debian qml6-module-qtqml-workerscript.</source>
        <translation>无法绘制显示屏（%1）。请安装缺少的组件：Debian 上为 qml6-module-qtqml-workerscript。</translation>
    </message>
    <message>
        <source>The first line lacks columns: %1. Take it from the template.</source>
        <translation>首行缺少列：%1，请按模板填写。</translation>
    </message>
    <message>
        <source>The first line holds columns nobody reads: %1. Take them out or correct their names.</source>
        <translation>首行有无法识别的列：%1，请删去或更正列名。</translation>
    </message>
    <message>
        <source>The first line holds a column twice: %1. Take one of them out.</source>
        <translation>首行有重复的列：%1，请删去一个。</translation>
    </message>
    <message>
        <source>The row holds a character that cannot be stored, at position %1. Delete it.</source>
        <translation>该行第 %1 个位置有无法保存的字符，请删除。</translation>
    </message>
    <message>
        <source>A quote is not closed on its line. Close it, or take the line break out of the field.</source>
        <translation>该行的引号未闭合。请补上引号，或去掉字段中的换行。</translation>
    </message>
    <message>
        <source>The row has %1 fields, another number than the first line. Put a text with a comma in double quotes, or add what is missing.</source>
        <translation>该行有 %1 个字段，与首行不一致。含逗号的文字请加双引号，或补齐缺少的字段。</translation>
    </message>
    <message>
        <source>Nothing stands under %1. Fill it in.</source>
        <translation>%1 栏为空，请填写。</translation>
    </message>
    <message>
        <source>The same stands in row %1 already. Take one of the rows out.</source>
        <translation>与第 %1 行重复，请删去其中一行。</translation>
    </message>
    <message>
        <source>A code has 1 to 32 letters of the Latin alphabet, digits, dots, hyphens or underscores (%1). Correct it.</source>
        <translation>代码为 1 至 32 个拉丁字母、数字、点、连字符或下划线（%1），请更正。</translation>
    </message>
    <message>
        <source>This is no ATC code (%1). Correct it or leave the field empty.</source>
        <translation>不是 ATC 代码（%1），请更正或留空。</translation>
    </message>
    <message>
        <source>This is no whole number, or too small or too large (%1). Correct it.</source>
        <translation>不是整数，或过小、过大（%1），请更正。</translation>
    </message>
    <message>
        <source>This is no price (%1). Write yuan with at most two decimals and no sign, like 10.80.</source>
        <translation>不是价格（%1），请写元，最多两位小数、不带符号，如 10.80。</translation>
    </message>
    <message>
        <source>This is no quantity (%1). Write number and unit, like 0.25 g.</source>
        <translation>不是数量（%1），请写数值和单位，如 0.25 g。</translation>
    </message>
    <message>
        <source>This is no date (%1). Write it like 2026-11-23.</source>
        <translation>不是日期（%1），请写成 2026-11-23 的形式。</translation>
    </message>
    <message>
        <source>This is no time of that day (%1). Write it like 08:00.</source>
        <translation>不是时刻（%1），请写成 08:00 的形式。</translation>
    </message>
    <message>
        <source>The end is not after the start (%1). Correct one of them.</source>
        <translation>结束时间不晚于开始时间（%1），请更正。</translation>
    </message>
    <message>
        <source>The time from start to end is no multiple of the minutes (%1). Change one of them.</source>
        <translation>起止时间不是分钟数的整数倍（%1），请更改其一。</translation>
    </message>
    <message>
        <source>This is not known here (%1). Correct it, or import what it names first.</source>
        <translation>系统中没有该项（%1）。请更正，或先导入所指内容。</translation>
    </message>
    <message>
        <source>The drug is on record with another %1, and orders refer to it. Give the new product a code of its own.</source>
        <translation>该药品已登记且 %1 不同，并已有医嘱引用。请为新品种另设代码。</translation>
    </message>
    <message>
        <source>This person has left (%1). Take the row out, or open the account again first.</source>
        <translation>该人员账户已注销（%1）。请删去该行，或先重新启用账户。</translation>
    </message>
    <message>
        <source>The physician is busy at that time (%1: a row of the file, or a slot on record). Change one of them.</source>
        <translation>该医师此时段已有安排（%1：文件中的行或已有号源），请更改其一。</translation>
    </message>
    <message>
        <source>%1 places are taken already. Give at least as many, or move the patients first.</source>
        <translation>已有 %1 个号被预约。号数不能更少，或先为患者改约。</translation>
    </message>
    <message>
        <source>Enter the desk, as its computer names itself.</source>
        <translation>请输入工位，即其电脑的名称。</translation>
    </message>
    <message>
        <source>Enter the printer or the device.</source>
        <translation>请输入打印机或设备。</translation>
    </message>
    <message>
        <source>Paper of %1 mm cannot be set up. Each side is 10 to 3000 mm; measure it again.</source>
        <translation>无法设置 %1 毫米的纸张。每边为 10 至 3000 毫米，请重新测量。</translation>
    </message>
    <message>
        <source>An offset of %1 mm is too large. It is at most 100 mm each way; measure the frame of the test page again.</source>
        <translation>偏移 %1 毫米过大，每个方向最多 100 毫米。请重新测量测试页的框线。</translation>
    </message>
    <message>
        <source>%1 copies cannot be set up. Choose 1 to 99.</source>
        <translation>份数不能为 %1，请选择 1 至 99。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no length. Write millimetres with at most one decimal, like 12.5.</source>
        <translation>“%1”不是长度。请写毫米数，最多一位小数，如 12.5。</translation>
    </message>
    <message>
        <source>This desk has a device for this use already (%1). Choose it in the list and change it.</source>
        <translation>该工位的这一用途已有设备（%1）。请在列表中选择后修改。</translation>
    </message>
    <message>
        <source>This desk has a device for this use already. Choose it in the list and change it.</source>
        <translation>该工位的这一用途已有设备。请在列表中选择后修改。</translation>
    </message>
    <message>
        <source>There is no such use: %1. Choose one of the list.</source>
        <translation>没有这种用途：%1。请从列表中选择。</translation>
    </message>
    <message>
        <source>A page is portrait or landscape, not &quot;%1&quot;. Choose one of the two.</source>
        <translation>页面方向为 portrait（纵向）或 landscape（横向），不能是“%1”。请二选一。</translation>
    </message>
    <message>
        <source>The desk has no device for this use (%1). simiao-cli devices list shows all there are.</source>
        <translation>该工位没有用于此用途的设备（%1）。simiao-cli devices list 可列出全部设备。</translation>
    </message>
    <message>
        <source>Only a printer has a test page (%1 is none). Try it in its field at the workstation.</source>
        <translation>只有打印机有测试页（%1 不是打印机）。请在工作站的试用框中检查。</translation>
    </message>
    <message>
        <source>The printer %1 is not installed on this computer. Install it, choose another one, or save the page as PDF.</source>
        <translation>本机未安装打印机 %1。请安装、选择另一台，或把页面另存为 PDF。</translation>
    </message>
    <message>
        <source>The printer does not take paper of %1 mm. Correct the paper, or set the size up in the printer&apos;s driver.</source>
        <translation>打印机不接受 %1 毫米的纸张。请改正纸张，或在打印机驱动中设置该规格。</translation>
    </message>
    <message>
        <source>The printer %1 takes nothing now. Switch it on, look at its queue, then print again.</source>
        <translation>打印机 %1 目前无法接收。请打开电源，检查打印队列，然后重新打印。</translation>
    </message>
    <message>
        <source>The page could not be drawn (%1). Try again.</source>
        <translation>页面无法生成（%1）。请重试。</translation>
    </message>
    <message>
        <source>The profile in %1 holds data that are not for practice. Nothing was touched; start training without --profile, or with an empty folder.</source>
        <translation>%1 中的配置档存有非培训数据。未作任何改动；请不带 --profile 启动培训，或指定一个空文件夹。</translation>
    </message>
    <message>
        <source>The profile in %1 does not hold the demonstration. Nothing was touched; start the demonstration without --profile, or with an empty folder.</source>
        <translation>%1 中的配置档不是演示数据。未作任何改动；请不带 --profile 启动演示，或指定一个空文件夹。</translation>
    </message>
    <message>
        <source>This profile is kept for something else (%1). Start it as that, or choose another.</source>
        <translation>此配置档另有用途（%1）。请按其用途启动，或另选一个。</translation>
    </message>
    <message>
        <source>Nobody can tell whose data this profile holds: %1 is damaged. Tell the information department before anybody works here.</source>
        <translation>无法判断此配置档存放谁的数据：%1 已损坏。开始工作前请先通知信息科。</translation>
    </message>
    <message>
        <source>There is no second screen. Connect one, then move the panel again.</source>
        <translation>没有第二块屏幕。请接好后再移动面板。</translation>
    </message>
    <message>
        <source>No panel here can be moved. Open a patient and go to a panel beside the note.</source>
        <translation>此处没有可移动的面板。请打开一位患者，转到病历旁的面板。</translation>
    </message>
    <message>
        <source>No panel stands in a window of its own.</source>
        <translation>没有面板处于独立窗口中。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not made for the patient&apos;s eyes, or shows something that is not about the patient. It stays here.</source>
        <translation>“%1”不是给患者看的，或正显示与该患者无关的内容，因此留在原处。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has something to show that is not for the patient, and is back on its page.</source>
        <translation>“%1”有不宜给患者看的内容，已回到原页面。</translation>
    </message>
    <message>
        <source>The database file is gone or empty (%1), though records were kept here. Nothing was begun anew; restore the last backup.</source>
        <translation>数据库文件不见了或为空（%1），而这里曾保存过记录。未新建任何内容；请恢复最近的备份。</translation>
    </message>
    <message>
        <source>The database file %1 cannot be opened for writing. Check the disk and that this account owns the file, then start again.</source>
        <translation>无法以写入方式打开数据库文件 %1。请检查磁盘以及当前账户对该文件的权限，然后重新启动。</translation>
    </message>
    <message>
        <source>The disk is full: the database %1 cannot be opened or brought up to date. Nothing was changed; free some space, then start again.</source>
        <translation>磁盘已满：无法打开或升级数据库 %1。未作任何改动；请腾出空间后重新启动。</translation>
    </message>
    <message>
        <source>The folder of %1 is not there. Make it, or choose another one.</source>
        <translation>%1 所在的文件夹不存在。请新建，或另选一个。</translation>
    </message>
    <message>
        <source>%1 is no ordinary file. Put the right file there, or take it away.</source>
        <translation>%1 不是普通文件。请放入正确的文件，或将其移走。</translation>
    </message>
    <message>
        <source>%1 is too large to be what belongs there. Put the right file there.</source>
        <translation>%1 过大，不应是此处的文件。请放入正确的文件。</translation>
    </message>
    <message>
        <source>No number of doses follows from this frequency. Say the quantity, as in =12.</source>
        <translation>此频次无法算出次数。请写明总量，如 =12。</translation>
    </message>
    <message>
        <source>Taken when needed: say the most doses, as in x6, or the quantity, as in =12.</source>
        <translation>必要时使用：请写明最多次数，如 x6，或总量，如 =12。</translation>
    </message>
    <message>
        <source>At once is one dose. Leave out the days and the number, or take another frequency.</source>
        <translation>立即一次即为一次。请去掉天数和次数，或改用其他频次。</translation>
    </message>
    <message>
        <source>This drug is not counted in %1. Give the quantity in its smallest unit or in packs.</source>
        <translation>此药不以%1计。请按最小单位或整包装填写总量。</translation>
    </message>
    <message>
        <source>A rule refuses the prescription as a whole. The finding at the orders says which; mend it.</source>
        <translation>有规则禁止这张处方。医嘱处的提示说明是哪一条，请更正。</translation>
    </message>
    <message>
        <source>The pharmacist waits for an answer. Say what you changed, or why it stands.</source>
        <translation>药师在等待答复。请写明改了什么，或为何维持。</translation>
    </message>
    <message>
        <source>Enter the substance the patient is allergic to.</source>
        <translation>请填写患者过敏的物质。</translation>
    </message>
    <message>
        <source>The time of the reaction is before birth or in the future (%1). Correct it.</source>
        <translation>反应时间早于出生或晚于今天（%1），请更正。</translation>
    </message>
    <message>
        <source>An allergy to %1 is on record already. The list shows it.</source>
        <translation>对%1过敏已有登记，见列表。</translation>
    </message>
    <message>
        <source>An allergy to %1 is on record. Mark it as entered in error first, if it is one.</source>
        <translation>已登记对%1过敏。如属登记有误，请先标记。</translation>
    </message>
    <message>
        <source>Say why this allergy was entered in error.</source>
        <translation>请说明此过敏为何登记有误。</translation>
    </message>
    <message>
        <source>Somebody marked this entry in the meantime. The list is shown anew.</source>
        <translation>该记录刚刚已被他人标记。列表已刷新。</translation>
    </message>
    <message>
        <source>The lot has expired (%1). Correct the day, or take the row out: what has expired is no stock.</source>
        <translation>该批次已过有效期（%1）。请改正日期或删去这一行：过期药品不作为库存。</translation>
    </message>
    <message>
        <source>The lot exists with %1 units on hand; an import counts nothing anew. Take the row out.</source>
        <translation>该批次已存在，现有 %1 个最小单位；导入不会重新计数。请删去这一行。</translation>
    </message>
    <message>
        <source>The lot is on record with another last day of use, %1. Look at the pack and correct the row.</source>
        <translation>该批次建档的有效期是 %1，与此不同。请核对包装后改正这一行。</translation>
    </message>
    <message>
        <source>Counting stock in needs a reason, kept in the audit trail. Write it, then import.</source>
        <translation>库存入账必须填写原因，并记入审计。请填写后再导入。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was imported.</source>
        <translation>已停止，没有导入任何内容。</translation>
    </message>
    <message>
        <source>The name of the hospital is missing. Prints cannot do without it; type it.</source>
        <translation>缺少医院名称，打印件必须有名称。请输入。</translation>
    </message>
    <message>
        <source>The code %1 belongs to a department already. Choose another, or change that one by importing a file.</source>
        <translation>代码 %1 已属于一个科室。请另选代码，或通过导入文件更改该科室。</translation>
    </message>
    <message>
        <source>The settings file is wrong (%1). The settings of the last good start are used; correct the file.</source>
        <translation>设置文件有误（%1）。现采用上次正常启动时的设置；请更正该文件。</translation>
    </message>
    <message>
        <source>The settings file %1 ends in the middle. The settings of the last good start are used; put the whole file back.</source>
        <translation>设置文件 %1 不完整。现采用上次正常启动时的设置；请放回完整文件。</translation>
    </message>
    <message>
        <source>The settings file %1 is gone. The settings of the last good start are used; put it back, or take away the .last-good file beside it too.</source>
        <translation>设置文件 %1 不见了。现采用上次正常启动时的设置；请放回该文件，或将旁边的 .last-good 文件一并移走。</translation>
    </message>
    <message>
        <source>The hospital&apos;s own version cannot be used (%1). What the program came with holds instead; the administrator must put it right under Administration, Rules and templates.</source>
        <translation>本院版本无法使用（%1）。现改用随程序的版本；请管理员在“系统管理—规则与模板”中处理。</translation>
    </message>
    <message>
        <source>By its own dates %1 does not hold today. What the program came with holds instead; the administrator must activate another version under Administration, Rules and templates.</source>
        <translation>按其有效期，%1 今天不生效。现改用随程序的版本；请管理员在“系统管理—规则与模板”中启用其他版本。</translation>
    </message>
    <message>
        <source>The file does not say what it is (%1). Choose in the list what it replaces, or give it a member &quot;name&quot;.</source>
        <translation>文件未说明其用途（%1）。请在列表中选择要替换的内容，或在文件中加上“name”。</translation>
    </message>
    <message>
        <source>The file is another one: it says that it is %1. Choose that in the list, or another file.</source>
        <translation>文件不符：文件标明为 %1。请在列表中选择该项，或选择其他文件。</translation>
    </message>
    <message>
        <source>There is nothing of this name that a file could replace (%1).</source>
        <translation>没有此名称的可替换内容（%1）。</translation>
    </message>
    <message>
        <source>The file is not UTF-8 text (%1). Save it as UTF-8 and try again.</source>
        <translation>文件不是 UTF-8 文本（%1）。请另存为 UTF-8 后重试。</translation>
    </message>
    <message>
        <source>The file is too large for rules or templates (%1). Choose another one.</source>
        <translation>文件过大，不可能是规则或模板（%1）。请选择其他文件。</translation>
    </message>
    <message>
        <source>Version %1 is there already, with another text. Raise the version in the file.</source>
        <translation>版本 %1 已存在且内容不同。请提高文件中的版本号。</translation>
    </message>
    <message>
        <source>This is version %1, which the program came with. There is nothing to install.</source>
        <translation>这就是随程序的版本 %1，无需安装。</translation>
    </message>
    <message>
        <source>It is older than %1, which holds now. Raise its version; to go back to an earlier one use roll back.</source>
        <translation>它早于当前生效的 %1。请提高版本号；要回到较早版本请用回退。</translation>
    </message>
    <message>
        <source>It is newer than %1, which holds now. Activate it instead of rolling back.</source>
        <translation>它新于当前生效的 %1。请用启用，而不是回退。</translation>
    </message>
    <message>
        <source>Version %1 is active already.</source>
        <translation>版本 %1 已启用。</translation>
    </message>
    <message>
        <source>By its own dates it held until %1. Renew validTo in the file and raise its version.</source>
        <translation>其有效期至 %1 已结束。请更新文件中的 validTo 并提高版本号。</translation>
    </message>
    <message>
        <source>By its own dates it holds from %1 on. Activate it then.</source>
        <translation>其有效期自 %1 开始。请届时启用。</translation>
    </message>
    <message>
        <source>Say why: the reason is kept with the version.</source>
        <translation>请写明理由：理由随版本保存。</translation>
    </message>
    <message>
        <source>There is no such version (%1). The list shows those that are installed.</source>
        <translation>没有此版本（%1）。列表显示已安装的版本。</translation>
    </message>
    <message>
        <source>What the program came with holds already (%1).</source>
        <translation>当前生效的已是随程序的版本（%1）。</translation>
    </message>
    <message>
        <source>The computer&apos;s clock is behind the latest record (%1). Set it right before you go on: times of notes, orders and payments would be wrong.</source>
        <translation>本机时钟早于最近一条记录（%1）。请先校正时间，否则病历、医嘱和收费的时间都会有误。</translation>
    </message>
    <message>
        <source>The list of switched-off plugins is damaged (%1). Whatever can still be read of it stays off; look at the plugins and switch them again.</source>
        <translation>停用插件列表已损坏（%1）。仍可读出的部分继续停用；请检查插件并重新设置。</translation>
    </message>
    <message>
        <source>The file is neither UTF-8 nor GB18030 (row %1). Save it as one of them.</source>
        <translation>文件既不是 UTF-8 也不是 GB18030（第 %1 行）。请另存为其中一种。</translation>
    </message>
    <message>
        <source>From row %1 on the file is encoded in another way than above. Save all of it as UTF-8.</source>
        <translation>从第 %1 行起，文件的编码与前面不同。请将整个文件另存为 UTF-8。</translation>
    </message>
    <message>
        <source>The row has more than %1 characters: a line break is missing. Put it in.</source>
        <translation>此行超过 %1 个字符：缺少换行。请补上换行。</translation>
    </message>
    <message>
        <source>The option %1 cannot be read. --help after the command shows how it is written.</source>
        <translation>选项 %1 无法识别。在命令后加 --help 可查看写法。</translation>
    </message>
    <message>
        <source>The file is not there. Check the path.</source>
        <translation>文件不存在，请检查路径。</translation>
    </message>
    <message>
        <source>The DICOM file is damaged (%1). Ask for it to be sent again.</source>
        <translation>DICOM 文件已损坏（%1），请重新发送。</translation>
    </message>
    <message>
        <source>This DICOM object holds no image (%1).</source>
        <translation>此 DICOM 对象不含图像（%1）。</translation>
    </message>
    <message>
        <source>The image has no such picture (%1).</source>
        <translation>影像中没有这一帧（%1）。</translation>
    </message>
    <message>
        <source>Part of the image is missing (%1). Do not read it as a whole; ask for it to be sent again.</source>
        <translation>图像缺少一部分（%1）。请勿当作完整图像阅读，并请重新发送。</translation>
    </message>
    <message>
        <source>The image is damaged in places (%1). Do not rely on it; ask for it to be sent again.</source>
        <translation>图像部分损坏（%1）。请勿以此为据，并请重新发送。</translation>
    </message>
    <message>
        <source>A text is not in the character set that the file declares (%1). Choose another character set.</source>
        <translation>文字与文件声明的字符集不符（%1），请选择其他字符集。</translation>
    </message>
    <message>
        <source>The disk is full (%1 left). Nothing was kept by halves; make room, then try again.</source>
        <translation>磁盘已满（剩余 %1）。没有留下不完整的文件；请腾出空间后重试。</translation>
    </message>
    <message>
        <source>The image ended the program that decodes it (%1); nothing else is harmed. Ask for the image to be sent again.</source>
        <translation>该图像使解码程序异常退出（%1），其他内容未受影响。请要求重新发送该图像。</translation>
    </message>
    <message>
        <source>The image made the program that decodes it answer nonsense (%1), which was thrown away. Ask for the image to be sent again.</source>
        <translation>该图像使解码程序返回了无效结果（%1），结果已丢弃。请要求重新发送该图像。</translation>
    </message>
    <message>
        <source>The image needs more memory than one image may have (%1). Ask radiology for a smaller one.</source>
        <translation>该图像所需内存超过单幅图像的上限（%1）。请向放射科索取较小的图像。</translation>
    </message>
    <message>
        <source>Images are decoded without the protection of a separate process (%1). Have the program installed again.</source>
        <translation>图像解码未受独立进程保护（%1）。请重新安装本程序。</translation>
    </message>
    <message>
        <source>The process that decodes images is not locked in (%1). Ask IT for a system that can.</source>
        <translation>图像解码进程未被隔离限制（%1）。请信息科提供支持该功能的系统。</translation>
    </message>
    <message>
        <source>These images name somebody else. Nothing is written about them in this visit.</source>
        <translation>这些图像标注的是另一位患者，本次就诊中不写入任何相关内容。</translation>
    </message>
    <message>
        <source>There is nothing to save: measure first.</source>
        <translation>没有可保存的内容：请先测量。</translation>
    </message>
    <message>
        <source>The pictures belong to several studies. Save each study by itself.</source>
        <translation>这些图像属于多个检查，请分别保存。</translation>
    </message>
    <message>
        <source>The image has no identifiers that others could refer to. Nothing is written about it.</source>
        <translation>此图像缺少可供引用的标识符，未写入任何内容。</translation>
    </message>
    <message>
        <source>The object could not be written (%1). Tell the administrator.</source>
        <translation>无法写入该对象（%1），请告知管理员。</translation>
    </message>
    <message>
        <source>This report has no content. Ask the department that sent it.</source>
        <translation>此报告没有内容，请询问发送科室。</translation>
    </message>
    <message>
        <source>No document is in this file. Ask the department that sent it.</source>
        <translation>此文件中没有文档，请询问发送科室。</translation>
    </message>
    <message>
        <source>This object is no report, waveform or document (%1).</source>
        <translation>此对象不是报告、波形或文档（%1）。</translation>
    </message>
    <message>
        <source>The report is too large; its end is not shown (%1).</source>
        <translation>报告过大，末尾部分未显示（%1）。</translation>
    </message>
    <message>
        <source>No waveform is in this file.</source>
        <translation>此文件中没有波形。</translation>
    </message>
    <message>
        <source>The waveform is stored in a way that cannot be shown (%1).</source>
        <translation>波形的存储方式无法显示（%1）。</translation>
    </message>
    <message>
        <source>Part of the waveform is missing (%1 samples are there).</source>
        <translation>波形不完整（现有采样 %1）。</translation>
    </message>
    <message>
        <source>The presentation state does not name this image. It is not applied; the image is shown as it is.</source>
        <translation>该呈现状态未引用此图像，未予应用；图像按原样显示。</translation>
    </message>
    <message>
        <source>The presentation state names this image in another series. It is not applied; tell the department that sent it.</source>
        <translation>该呈现状态将此图像归于另一序列，未予应用；请告知发送科室。</translation>
    </message>
    <message>
        <source>The presentation state is for grey images. It is not applied to this one.</source>
        <translation>该呈现状态仅适用于灰度图像，未应用于此图像。</translation>
    </message>
    <message>
        <source>Presentation states of this kind cannot be applied (%1).</source>
        <translation>无法应用此类呈现状态（%1）。</translation>
    </message>
    <message>
        <source>The rotation in the presentation state is no quarter turn (%1).</source>
        <translation>呈现状态中的旋转角度不是 90° 的倍数（%1）。</translation>
    </message>
    <message>
        <source>A displayed area in the presentation state cannot be read (%1).</source>
        <translation>无法读取呈现状态中的显示区域（%1）。</translation>
    </message>
    <message>
        <source>Some drawings or words of the presentation state cannot be shown (%1).</source>
        <translation>呈现状态中的部分图形或文字无法显示（%1）。</translation>
    </message>
    <message>
        <source>There are too few slices for planes through them (%1). Read the images themselves.</source>
        <translation>层面太少，无法作多平面重建（%1）。请直接阅读原始图像。</translation>
    </message>
    <message>
        <source>Some images do not say where they lie in the patient (%1). Planes through them would be wrong.</source>
        <translation>部分图像未注明其在患者体内的位置（%1），重建平面会有错误。</translation>
    </message>
    <message>
        <source>The slices differ in size or pixel spacing (%1). Choose a series of one acquisition.</source>
        <translation>各层面的大小或像素间距不同（%1）。请选择同一次采集的序列。</translation>
    </message>
    <message>
        <source>The slices lie in different directions (%1). Choose a series without scout images.</source>
        <translation>各层面方向不一致（%1）。请选择不含定位像的序列。</translation>
    </message>
    <message>
        <source>Two slices lie at one place (%1). Choose a series of one phase or one echo.</source>
        <translation>两个层面位于同一位置（%1）。请选择单一期相或单一回波的序列。</translation>
    </message>
    <message>
        <source>Slices are missing (%1). Planes would show what nobody scanned; ask for the whole series.</source>
        <translation>缺少层面（%1）。重建平面会显示并未扫描的内容，请索取完整序列。</translation>
    </message>
    <message>
        <source>Slices are shifted against each other (%1). Choose a series of one acquisition.</source>
        <translation>层面之间有错位（%1）。请选择同一次采集的序列。</translation>
    </message>
    <message>
        <source>Planes can be made of grey slices only. Choose another series.</source>
        <translation>只有灰阶层面可作多平面重建。请选择其他序列。</translation>
    </message>
    <message>
        <source>The series is too large for the memory that planes may take (%1). Choose thicker slices.</source>
        <translation>该序列超出多平面重建可用的内存（%1）。请选择层厚较大的序列。</translation>
    </message>
    <message>
        <source>There is not enough memory for the series (%1). Close other programs.</source>
        <translation>内存不足，无法载入该序列（%1）。请关闭其他程序。</translation>
    </message>
    <message>
        <source>PET and CT do not say the same frame of reference. How they lie to each other is not known.</source>
        <translation>PET 与 CT 的参考坐标系不一致，无法确定两者的位置关系，不能融合。</translation>
    </message>
    <message>
        <source>A colour map cannot be read (%1). Install the program again.</source>
        <translation>无法读取色表（%1）。请重新安装程序。</translation>
    </message>
    <message>
        <source>No SUV: the values are not in Bq/ml (%1).</source>
        <translation>无 SUV：数值单位不是 Bq/ml（%1）。</translation>
    </message>
    <message>
        <source>No SUV by body weight: the values are SUV by %1.</source>
        <translation>无体重 SUV：数值为按 %1 计算的 SUV。</translation>
    </message>
    <message>
        <source>No SUV: the image is not corrected for attenuation (%1).</source>
        <translation>无 SUV：图像未作衰减校正（%1）。</translation>
    </message>
    <message>
        <source>No SUV: the image is not corrected for decay (%1).</source>
        <translation>无 SUV：图像未作衰变校正（%1）。</translation>
    </message>
    <message>
        <source>No SUV: the patient&apos;s weight is missing or implausible (%1).</source>
        <translation>无 SUV：患者体重缺失或不合理（%1）。</translation>
    </message>
    <message>
        <source>No SUV: the injected dose is missing or implausible (%1).</source>
        <translation>无 SUV：注射剂量缺失或不合理（%1）。</translation>
    </message>
    <message>
        <source>No SUV: the half-life is missing (%1).</source>
        <translation>无 SUV：缺少半衰期（%1）。</translation>
    </message>
    <message>
        <source>No SUV: the time of the injection is missing or does not fit the scan (%1).</source>
        <translation>无 SUV：注射时间缺失或与扫描时间不符（%1）。</translation>
    </message>
    <message>
        <source>No SUV: when the scan began is not known (%1).</source>
        <translation>无 SUV：扫描开始时间不明（%1）。</translation>
    </message>
    <message>
        <source>Another image bears the same number (%1). The first one stays; ask radiology which is right.</source>
        <translation>另一幅图像使用了相同的编号（%1）。已保留先收到的一幅；请向影像科核实哪一幅正确。</translation>
    </message>
    <message>
        <source>The DICOM object does not say which it is (%1). Ask for it to be sent again.</source>
        <translation>该 DICOM 对象没有标明自身（%1）。请要求重新发送。</translation>
    </message>
    <message>
        <source>Another image was sent than was asked for (%1). Tell radiology.</source>
        <translation>收到的图像不是所请求的那一幅（%1）。请告知影像科。</translation>
    </message>
    <message>
        <source>The study is larger than the room for received images (%1). The administrator can give it more.</source>
        <translation>该检查大于接收图像的存储空间（%1）。管理员可以扩大空间。</translation>
    </message>
    <message>
        <source>The compressed picture carries the patient&apos;s name in a comment. Blank a rectangle, which writes it anew without.</source>
        <translation>压缩图像的注释中带有患者姓名。请涂黑一个矩形区域，图像会重新写入而不含注释。</translation>
    </message>
    <message>
        <source>Pictures of this kind (%1) cannot be blanked. Export without a rectangle.</source>
        <translation>这类图像（%1）不能涂黑。请不设矩形区域导出。</translation>
    </message>
    <message>
        <source>The picture is too large to be blanked (over %1). Export fewer frames.</source>
        <translation>图像过大，无法涂黑（超过 %1）。请减少导出的帧数。</translation>
    </message>
    <message>
        <source>The rectangle %1 (left, top, width, height) does not lie within the picture.</source>
        <translation>矩形 %1（左、上、宽、高）不在图像范围内。</translation>
    </message>
    <message>
        <source>The name for anonymised images has up to 64 Latin letters, digits and blanks.</source>
        <translation>匿名图像的名称最多为 64 个拉丁字母、数字和空格。</translation>
    </message>
    <message>
        <source>Texts are burnt into the picture. Look at it, and blank them before it goes out.</source>
        <translation>图像中烧录有文字。请查看，并在导出前将其涂黑。</translation>
    </message>
    <message>
        <source>The image does not say whether texts are burnt in, as devices of this kind do. Look at it.</source>
        <translation>图像未说明是否烧录有文字，而此类设备常会烧录。请查看确认。</translation>
    </message>
    <message>
        <source>A drawing lies in unused bits of the pixels and is still there. Blank its place.</source>
        <translation>像素的未用位中藏有叠加图形，仍然存在。请将其所在区域涂黑。</translation>
    </message>
    <message>
        <source>Other attributes named the patient as well and were emptied: %1.</source>
        <translation>其他属性中也出现了患者姓名，已清空：%1。</translation>
    </message>
    <message>
        <source>So many files are a folder: drop or copy the folder that holds them.</source>
        <translation>文件太多：请直接拖入或复制所在的文件夹。</translation>
    </message>
    <message>
        <source>The picture could not be drawn as a file. Choose the other format.</source>
        <translation>无法将图像写成文件。请选择另一种格式。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Choose another place, or ask for the right to write.</source>
        <translation>无法建立文件夹 %1。请选择其他位置，或申请写入权限。</translation>
    </message>
    <message>
        <source>The archive cannot be reached (%1). Check its address, the port and the network, then try again.</source>
        <translation>无法连接影像归档系统（%1）。请检查地址、端口和网络，然后重试。</translation>
    </message>
    <message>
        <source>The archive does not answer (%1). Try again; if it stays silent, tell the administrator.</source>
        <translation>影像归档系统没有应答（%1）。请重试；若仍无应答，请联系管理员。</translation>
    </message>
    <message>
        <source>The connection to the archive broke off (%1). What has come is kept; try again for the rest.</source>
        <translation>与影像归档系统的连接中断（%1）。已收到的内容已保留；请重试以获取其余部分。</translation>
    </message>
    <message>
        <source>The archive refuses this workstation (%1). The administrator compares AE titles, names and passwords on both sides.</source>
        <translation>影像归档拒绝本工作站（%1）。请管理员核对双方的 AE 标题、用户名和密码。</translation>
    </message>
    <message>
        <source>The archive could not prove who it is (%1). Nothing was sent; the administrator checks the certificates.</source>
        <translation>无法确认影像归档系统的身份（%1）。未发送任何内容；请管理员检查证书。</translation>
    </message>
    <message>
        <source>The archive answered with something that cannot be read (%1). Tell the administrator.</source>
        <translation>影像归档系统的应答无法读取（%1）。请联系管理员。</translation>
    </message>
    <message>
        <source>The archive does not offer this service (%1). Ask its administrator to switch it on for this workstation.</source>
        <translation>影像归档系统不提供此服务（%1）。请其管理员为本工作站开通。</translation>
    </message>
    <message>
        <source>The archive did not take an image (%1). Ask its administrator why.</source>
        <translation>影像归档系统未接收一幅影像（%1）。请向其管理员询问原因。</translation>
    </message>
    <message>
        <source>The archive did not send an image (%1). Try again; if it stays so, ask its administrator.</source>
        <translation>影像归档系统未发送一幅影像（%1）。请重试；若仍如此，请联系其管理员。</translation>
    </message>
    <message>
        <source>The archive does not answer for an image (%1). Send it again before it is deleted here.</source>
        <translation>影像归档系统未确认保存一幅影像（%1）。在本地删除之前，请重新发送。</translation>
    </message>
    <message>
        <source>The archive has no such images. Search again.</source>
        <translation>影像归档系统中没有这些影像。请重新检索。</translation>
    </message>
    <message>
        <source>Archives cannot call this workstation (%1). Check the setting dicom.listen, and that no other program uses the port.</source>
        <translation>影像归档系统无法连接本工作站（%1）。请检查设置 dicom.listen，并确认该端口未被其他程序占用。</translation>
    </message>
    <message>
        <source>A certificate or key file cannot be used (%1). Check the settings dicom.authorities, dicom.certificate and dicom.key.</source>
        <translation>证书或密钥文件无法使用（%1）。请检查设置 dicom.authorities、dicom.certificate 和 dicom.key。</translation>
    </message>
    <message>
        <source>The address of an archive is wrong (%1). Write it like dicom://TITLE@host:port.</source>
        <translation>影像归档系统的地址有误（%1）。请写成 dicom://标题@主机:端口 的形式。</translation>
    </message>
    <message>
        <source>This is no AE title (%1). It has at most 16 letters, digits and signs.</source>
        <translation>这不是有效的 AE 标题（%1）。最多 16 个字母、数字或符号。</translation>
    </message>
    <message>
        <source>No archive of this name is in the settings. There are: %1.</source>
        <translation>设置中没有此名称的影像归档系统。现有：%1。</translation>
    </message>
    <message>
        <source>The question cannot be written in this character set (%1). Choose GB18030 or ISO_IR 192 for the archive.</source>
        <translation>查询内容无法用此字符集表示（%1）。请为影像归档系统选择 GB18030 或 ISO_IR 192。</translation>
    </message>
    <message>
        <source>A file has no DICOM identity (%1) and was not sent.</source>
        <translation>一个文件没有 DICOM 标识（%1），未发送。</translation>
    </message>
    <message>
        <source>The archive is busy (%1). Try again in a minute.</source>
        <translation>影像归档正忙（%1）。请一分钟后重试。</translation>
    </message>
    <message>
        <source>The archive failed at it (%1). Try again, or tell who runs the archive.</source>
        <translation>影像归档处理失败（%1）。请重试，或告知归档管理员。</translation>
    </message>
    <message>
        <source>The archive does not have it (%1). Search again.</source>
        <translation>影像归档中没有该内容（%1）。请重新查询。</translation>
    </message>
    <message>
        <source>The archive does not understand this request (%1). Tell who runs the archive.</source>
        <translation>影像归档不理解该请求（%1）。请告知归档管理员。</translation>
    </message>
    <message>
        <source>An object is not a sound DICOM file, or not the one that was asked for (%1). It was not kept.</source>
        <translation>收到的对象不是完好的 DICOM 文件，或不是所请求的对象（%1）。未予保存。</translation>
    </message>
    <message>
        <source>The archive did not store an image (reason %1). Tell who runs the archive.</source>
        <translation>影像归档未保存一幅影像（原因 %1）。请告知归档管理员。</translation>
    </message>
    <message>
        <source>The archive cannot be asked this: %1 is not usable. Correct it.</source>
        <translation>无法向影像归档提出该请求：%1 不可用。请更正。</translation>
    </message>
    <message>
        <source>The setting %1 of an archive is wrong. Correct it in config.toml.</source>
        <translation>影像归档的设置项 %1 有误。请在 config.toml 中更正。</translation>
    </message>
    <message>
        <source>A password stands in the settings (%1). Put it into a file of its own and name that.</source>
        <translation>设置中含有密码（%1）。请将其存入单独的文件，并在设置中指定该文件。</translation>
    </message>
    <message>
        <source>Others may read the file of a password (%1). Make it readable for its owner only.</source>
        <translation>其他人可以读取密码文件（%1）。请设为仅其所有者可读。</translation>
    </message>
    <message>
        <source>The connection is not encrypted: use it within this machine or room only.</source>
        <translation>连接未加密：仅可在本机或本机房内使用。</translation>
    </message>
    <message>
        <source>The archive gives no metadata: its retrieve service may be switched off.</source>
        <translation>影像归档不提供元数据：其取回服务可能已关闭。</translation>
    </message>
    <message>
        <source>The archive takes no images from this workstation.</source>
        <translation>影像归档不接收来自本工作站的影像。</translation>
    </message>
    <message>
        <source>The archive does not limit its answers: search for little at a time.</source>
        <translation>影像归档不限制应答数量：每次请缩小查询范围。</translation>
    </message>
    <message>
        <source>The archive does not list images one by one: a transfer that was cut begins anew.</source>
        <translation>影像归档不能逐幅列出影像：中断的传输只能重新开始。</translation>
    </message>
    <message>
        <source>The archive misreads names and numbers with other signs than Latin letters and digits: such searches are slow and may be incomplete. Ask for an update of the archive.</source>
        <translation>影像归档会误读含拉丁字母和数字以外字符的姓名和编号：此类查询较慢，且结果可能不全。请要求升级该归档。</translation>
    </message>
    <message>
        <source>The archive does not answer in Unicode: Chinese names may be lost. Ask who runs it to set its encoding to UTF-8.</source>
        <translation>影像归档不以 Unicode 应答：中文姓名可能丢失。请归档管理员将其编码设为 UTF-8。</translation>
    </message>
    <message>
        <source>The archive could not do it (%1). Try again; if it stays so, tell the administrator.</source>
        <translation>影像归档系统未能完成操作（%1）。请重试；若仍如此，请联系管理员。</translation>
    </message>
    <message>
        <source>The address of a server is not usable (%1). Correct it.</source>
        <translation>服务器地址不可用（%1）。请更正。</translation>
    </message>
    <message>
        <source>Name or password for a server cannot be sent (%1). Correct them.</source>
        <translation>服务器的用户名或密码无法发送（%1）。请更正。</translation>
    </message>
    <message>
        <source>A password would go over the network unencrypted (%1). Use an address that begins with https.</source>
        <translation>密码将未经加密在网络上传输（%1）。请使用以 https 开头的地址。</translation>
    </message>
    <message>
        <source>The file of a certificate or key cannot be read (%1). Correct the setting.</source>
        <translation>无法读取证书或密钥文件（%1）。请更正设置。</translation>
    </message>
    <message>
        <source>A server could not be asked (%1). Check its address and the network.</source>
        <translation>无法访问服务器（%1）。请检查其地址和网络。</translation>
    </message>
    <message>
        <source>The film printer refused it (%1). Choose another layout, film or medium, or ask who runs the printer.</source>
        <translation>胶片打印机拒绝了（%1）。请更换排版、胶片规格或介质，或询问打印机管理人员。</translation>
    </message>
    <message>
        <source>The film printer reports a failure (%1). Nothing was sent; see to the printer, then print again.</source>
        <translation>胶片打印机报告故障（%1）。未发送任何内容；请处理打印机后重新打印。</translation>
    </message>
    <message>
        <source>No film printer of this name is in the settings. There are: %1.</source>
        <translation>设置中没有此名称的胶片打印机。现有：%1。</translation>
    </message>
    <message>
        <source>This cannot be used here: %1. Correct the marked field.</source>
        <translation>此处不能使用：%1。请更正光标所在的栏目。</translation>
    </message>
    <message>
        <source>Another one of this kind is called %1 already. Choose another name.</source>
        <translation>同类中已有名称 %1，请改用其他名称。</translation>
    </message>
    <message>
        <source>It is stored, but another setting wins at this start (%1). Take that away and start again.</source>
        <translation>已保存，但本次启动中另有设置优先（%1）。请去除该设置后重新启动。</translation>
    </message>
    <message>
        <source>No plugin here speaks to archives of this kind. Look at the plugins, then start again.</source>
        <translation>没有可连接此类归档系统的插件。请查看插件后重新启动。</translation>
    </message>
    <message>
        <source>The watched folder %1 cannot be read. Connect the disk or the share, or change the setting &quot;Folder watched for images&quot;; it is looked at again by itself.</source>
        <translation>无法读取监视的文件夹 %1。请连接磁盘或共享目录，或更改设置“监视影像的文件夹”；程序会自动再次查看。</translation>
    </message>
    <message>
        <source>The watched folder %1 holds more than 20 000 files and is not read. Have old images moved away, or attach from it by hand.</source>
        <translation>监视的文件夹 %1 中的文件超过 20000 个，未读取。请移走旧影像，或手动从中添加。</translation>
    </message>
    <message>
        <source>No character set of images has this name (%1). Choose one of the list.</source>
        <translation>没有名为 %1 的影像字符集，请从列表中选择。</translation>
    </message>
    <message>
        <source>Where these images come from, names cannot be read in another way. They stay as they are.</source>
        <translation>该影像来源不支持以其他字符集读取姓名，姓名保持原样。</translation>
    </message>
    <message>
        <source>Objects of this kind cannot be anonymised (%1): their content names people itself.</source>
        <translation>这类对象（%1）无法匿名化：其内容本身就包含姓名。</translation>
    </message>
    <message>
        <source>The report holds content (%1) that this program does not know how to anonymise.</source>
        <translation>报告含有本程序无法匿名化的内容（%1）。</translation>
    </message>
    <message>
        <source>Nobody can tell whether a document (PDF) names the patient. Read it, and ask for documents to be taken along as they are.</source>
        <translation>无法判断文档（PDF）中是否有患者姓名。请先阅读，再选择将文档原样带出。</translation>
    </message>
    <message>
        <source>The document names the patient.</source>
        <translation>文档中有患者姓名。</translation>
    </message>
    <message>
        <source>The document went along as it is and is not anonymised. Read it before you pass it on.</source>
        <translation>文档已原样带出，未做匿名化。转交之前请先阅读。</translation>
    </message>
    <message>
        <source>What people wrote into it was taken out; codes, numbers and drawings stay.</source>
        <translation>其中人工书写的文字已去除；编码、数值和图形标注保留。</translation>
    </message>
    <message>
        <source>The picture has another size than the one on which parts were blanked, and went out as it is. Look at it.</source>
        <translation>该画面与绘制涂黑区域时的画面尺寸不同，未作处理即已导出，请检查。</translation>
    </message>
    <message>
        <source>The connection to the film printer broke after the order for a film was sent (%1): it may be printed or not. Look at the printer before you print it again.</source>
        <translation>打印指令发出后与胶片打印机的连接中断（%1），该胶片可能已打印，也可能未打印。重新打印前请先查看打印机。</translation>
    </message>
    <message>
        <source>The page has no size that a film could have (%1). Choose another paper.</source>
        <translation>页面尺寸（%1）不适合胶片，请选择其他纸张。</translation>
    </message>
    <message>
        <source>The hospital&apos;s server cannot be reached. Nothing was saved; what you typed is kept. Check the network, then do it again.</source>
        <translation>连接不到医院服务器。没有保存任何内容；您输入的内容已保留。请检查网络后重试。</translation>
    </message>
    <message>
        <source>The hospital&apos;s server did not answer in time. What is on the screen may be out of date; do it again in a moment.</source>
        <translation>医院服务器未及时应答。屏幕上的内容可能不是最新的；请稍后重试。</translation>
    </message>
    <message>
        <source>The connection to the hospital&apos;s server was cut. What is on the screen may be out of date; do it again in a moment.</source>
        <translation>与医院服务器的连接中断。屏幕上的内容可能不是最新的；请稍后重试。</translation>
    </message>
    <message>
        <source>This was given up when the connection was cut, and is not saved. What you typed is kept; do it again.</source>
        <translation>连接中断时此操作已放弃，未保存。您输入的内容已保留；请重新操作。</translation>
    </message>
    <message>
        <source>The hospital&apos;s server does not let this desk in (%1). Have the administrator check the desk&apos;s account and the address in the settings.</source>
        <translation>医院服务器不允许本工作站登录（%1）。请管理员检查工作站账号和设置中的服务器地址。</translation>
    </message>
    <message>
        <source>The hospital&apos;s server cannot prove who it is (%1). Nothing was sent; tell the administrator.</source>
        <translation>无法确认医院服务器的身份（%1）。没有发送任何内容；请告知管理员。</translation>
    </message>
    <message>
        <source>The address in the settings asks for a connection that anybody could read or answer (%1). Use sslmode=verify-full.</source>
        <translation>设置中的服务器地址要求的连接可能被他人窃听或冒充（%1）。请使用 sslmode=verify-full。</translation>
    </message>
    <message>
        <source>The address in the settings holds a password that everybody can read. Put it into a file of its own and name that with passfile=.</source>
        <translation>设置中的服务器地址含有明文密码。请把密码放入单独的文件，并用 passfile= 指明。</translation>
    </message>
    <message>
        <source>The address of the hospital&apos;s server cannot be read (%1). Correct &quot;backend&quot; in the settings.</source>
        <translation>无法识别医院服务器的地址（%1）。请更正设置中的“backend”。</translation>
    </message>
    <message>
        <source>This database is not set up for Simiao. Whoever keeps the server sets it up with simiao-cli db init.</source>
        <translation>此数据库尚未为 Simiao 初始化。请服务器管理员用 simiao-cli db init 进行初始化。</translation>
    </message>
    <message>
        <source>Qt&apos;s driver for PostgreSQL is missing. Install it (Debian: libqt6sql6-psql), then start again.</source>
        <translation>缺少 Qt 的 PostgreSQL 驱动程序。请安装（Debian：libqt6sql6-psql）后重新启动。</translation>
    </message>
    <message>
        <source>The hospital&apos;s server does not allow this to your account. Nothing was changed.</source>
        <translation>医院服务器不允许您的账号执行此操作。没有更改任何内容。</translation>
    </message>
    <message>
        <source>Nothing was saved: the disk of the hospital&apos;s server is full. Tell the administrator; what you typed is kept.</source>
        <translation>没有保存：医院服务器的磁盘已满。请告知管理员；您输入的内容已保留。</translation>
    </message>
    <message>
        <source>On a hospital&apos;s server whoever keeps it does this, not a desk. packaging/server says how.</source>
        <translation>使用医院服务器时，此操作由服务器管理员完成，不在工作站上进行。方法见 packaging/server。</translation>
    </message>
    <message>
        <source>The hospital&apos;s server cannot do this now (%1). Nothing was saved; do it again in a moment.</source>
        <translation>医院服务器现在无法执行此操作（%1）。没有保存；请稍后重试。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name for a log-in of the server. Use small letters, digits and _, a letter first.</source>
        <translation>“%1”不能用作服务器登录名。请用小写字母、数字和下划线，并以字母开头。</translation>
    </message>
    <message>
        <source>A desk&apos;s log-in needs a password: give its file with --new-password-file.</source>
        <translation>工作站登录名需要密码：请用 --new-password-file 指定密码文件。</translation>
    </message>
    <message>
        <source>The film printer cannot be reached (%1). See that it is switched on, then check its address, the port and the network.</source>
        <translation>无法连接胶片打印机（%1）。请先确认打印机已开机，再检查地址、端口和网络。</translation>
    </message>
    <message>
        <source>The film printer does not answer (%1). Look at the printer; if it stays silent, tell the administrator.</source>
        <translation>胶片打印机没有应答（%1）。请查看打印机；如仍无应答，请告知管理员。</translation>
    </message>
    <message>
        <source>The connection to the film printer broke off (%1). Print again what is not printed.</source>
        <translation>与胶片打印机的连接中断（%1）。请重新打印尚未打印的内容。</translation>
    </message>
    <message>
        <source>The film printer answered with something that cannot be read (%1). Tell the administrator.</source>
        <translation>胶片打印机的应答无法识别（%1）。请告知管理员。</translation>
    </message>
    <message>
        <source>The film printer could not prove who it is (%1). Nothing was sent; the administrator checks the certificates.</source>
        <translation>胶片打印机无法证明其身份（%1）。未发送任何内容；请管理员检查证书。</translation>
    </message>
    <message>
        <source>The film printer refuses this workstation (%1). The administrator compares AE titles on both sides.</source>
        <translation>胶片打印机拒绝本工作站（%1）。请管理员核对双方的 AE 标题。</translation>
    </message>
    <message>
        <source>The printer at this address takes no films from this workstation (%1). Ask its administrator to switch it on.</source>
        <translation>该地址的打印机不接收来自本工作站的胶片（%1）。请联系其管理员开通。</translation>
    </message>
    <message>
        <source>The archive cannot be searched from this workstation.</source>
        <translation>本工作站无法检索该影像归档。</translation>
    </message>
    <message>
        <source>The archive sends no images over the same connection (C-GET).</source>
        <translation>影像归档不支持经同一连接取回影像（C-GET）。</translation>
    </message>
    <message>
        <source>The archive does not call back with images (C-MOVE).</source>
        <translation>影像归档不支持回传影像（C-MOVE）。</translation>
    </message>
    <message>
        <source>It answers, but has no worklist for this workstation.</source>
        <translation>有应答，但不向本工作站提供设备工作列表。</translation>
    </message>
    <message>
        <source>It answers, but takes no films from this workstation.</source>
        <translation>有应答，但不接收来自本工作站的胶片。</translation>
    </message>
    <message>
        <source>Another database answers than the one this desk has worked with. Nothing was sent; tell the administrator. Is it meant, the administrator removes %1.</source>
        <translation>应答的数据库不是本工作站原来使用的数据库。没有发送任何内容；请告知管理员。如确系有意更换，请管理员删除 %1。</translation>
    </message>
    <message>
        <source>The hospital&apos;s server does not hold what it has confirmed to this desk: it was put back to an older state. Nothing was sent; tell the administrator, who removes %1 when the records are put right.</source>
        <translation>医院服务器上缺少已向本工作站确认保存的内容：服务器被恢复到较早的状态。没有发送任何内容；请告知管理员，核对并补齐病历后由管理员删除 %1。</translation>
    </message>
    <message>
        <source>No account has the log-in name &quot;%1&quot;. Add the person first.</source>
        <translation>没有登录名为“%1”的账户。请先添加该人员。</translation>
    </message>
    <message>
        <source>The hospital&apos;s server knows nobody at this desk: the session has ended, or the account was closed or signed in elsewhere. Nothing was saved; what you typed is kept. Log out and in again.</source>
        <translation>医院服务器上本工作站无人登录：会话已结束，或账户已停用、已在别处登录。未保存任何内容；已输入的内容仍保留。请退出后重新登录。</translation>
    </message>
    <message>
        <source>The hospital&apos;s server has somebody else signed in at this desk. Nothing was saved; what you typed is kept. Lock the screen and unlock it, then do it again.</source>
        <translation>医院服务器上本工作站登录的是另一人。未保存任何内容；已输入的内容仍保留。请锁屏后解锁，再重试。</translation>
    </message>
    <message>
        <source>You signed in at another desk than &quot;%1&quot;. Nothing was saved; log out and in again.</source>
        <translation>您登录的工作站不是“%1”。未保存任何内容；请退出后重新登录。</translation>
    </message>
    <message>
        <source>This would have been written to another patient (%1). The hospital&apos;s server refused it and nothing was saved; open the patient again and tell the administrator.</source>
        <translation>此内容将写入另一位患者（%1）。医院服务器已拒绝，未保存任何内容；请重新打开患者并告知管理员。</translation>
    </message>
    <message>
        <source>This visit is with another department. Nothing was saved; open the record with a reason first.</source>
        <translation>该就诊属于其他科室。未保存任何内容；请先说明理由再打开病历。</translation>
    </message>
    <message>
        <source>None of your roles may do this (%1). Nothing was saved.</source>
        <translation>您的角色均无此权限（%1）。未保存任何内容。</translation>
    </message>
    <message>
        <source>The hospital&apos;s server does not know the act &quot;%1&quot;: the program is newer than its rules. Nothing was saved; whoever keeps the server runs simiao-cli db init.</source>
        <translation>医院服务器不认识操作“%1”：程序比服务器的规则新。未保存任何内容；请服务器管理者运行 simiao-cli db init。</translation>
    </message>
    <message>
        <source>The hospital&apos;s server does not let this act write that (%1). Nothing was saved; tell the administrator.</source>
        <translation>医院服务器不允许此操作写入该内容（%1）。未保存任何内容；请告知管理员。</translation>
    </message>
    <message>
        <source>This server cannot do what Simiao needs of it: %1. Nothing was set up.</source>
        <translation>此服务器缺少 Simiao 需要的功能：%1。未做任何设置。</translation>
    </message>
    <message>
        <source>A server answers that another has taken the place of: what it shows may be old, and what it is given would be lost. Nothing was sent; tell the administrator. Is it meant, the administrator removes %1.</source>
        <translation>应答的服务器已被另一台取代：它显示的内容可能是旧的，写入它的内容会丢失。没有发送任何内容；请告知管理员。如确属预期，由管理员删除 %1。</translation>
    </message>
    <message>
        <source>PostgreSQL&apos;s own programs are not on this computer (%1). Install them (Debian: postgresql-client), then do it again.</source>
        <translation>本机没有 PostgreSQL 自带的程序（%1）。请安装（Debian：postgresql-client）后再做一次。</translation>
    </message>
    <message>
        <source>PostgreSQL&apos;s programs on this computer are older than the server (%1). Install those of the server&apos;s version, then do it again.</source>
        <translation>本机的 PostgreSQL 程序比服务器旧（%1）。请安装与服务器同版本的程序后再做一次。</translation>
    </message>
    <message>
        <source>PostgreSQL&apos;s program %1 stopped before its end. Nothing was kept by halves; look into the log of the server, then do it again.</source>
        <translation>PostgreSQL 的程序 %1 中途停止。没有留下不完整的内容；请查看服务器日志后再做一次。</translation>
    </message>
    <message>
        <source>The database holds something already (table %1). Nothing was changed; make a new, empty one (createdb) and name it.</source>
        <translation>该数据库中已有内容（表 %1）。未作任何更改；请新建一个空数据库（createdb）并指定它。</translation>
    </message>
    <message>
        <source>%1 is no finished backup: it or the manifest beside it is missing. Copy both from where they were made, or take another one.</source>
        <translation>%1 不是完整的备份：备份文件或其旁边的清单缺失。请从制作处把两者一起复制过来，或改用另一个备份。</translation>
    </message>
    <message>
        <source>The manifest of the backup is damaged at %1. Copy it again from where it was made, or take another backup.</source>
        <translation>备份清单在 %1 处损坏。请从制作处重新复制，或改用另一个备份。</translation>
    </message>
    <message>
        <source>The backup %1 is not what was written. Nothing was restored; copy it again from where it was made, or take another one.</source>
        <translation>备份 %1 与写入时不符。未恢复任何内容；请从制作处重新复制，或改用另一个备份。</translation>
    </message>
    <message>
        <source>What came out of the backup is not what its manifest says (%1). The database was emptied again; take another backup.</source>
        <translation>从备份恢复出的内容与清单不符（%1）。数据库已重新清空；请改用另一个备份。</translation>
    </message>
    <message>
        <source>The profile in %1 holds no database of its own to be moved. Check --from.</source>
        <translation>%1 处的配置没有可迁移的本机数据库。请检查 --from。</translation>
    </message>
    <message>
        <source>The database holds half of another move: of another profile, or of this one before somebody worked in it. Nothing was changed; make a new, empty database, set it up (db init) and move into that.</source>
        <translation>该数据库中有另一次未完成的迁移：来自别的配置，或来自本配置但之后又有人使用过。未作任何更改；请新建空数据库并初始化（db init），再迁移到其中。</translation>
    </message>
    <message>
        <source>Something was moved into this database already, to the end. Nothing was changed.</source>
        <translation>该数据库已完成过一次迁移。未作任何更改。</translation>
    </message>
    <message>
        <source>Somebody else is moving into this database at the same time (table %1). Wait for its end, then look what is there.</source>
        <translation>另有人正在同时向该数据库迁移（表 %1）。请等其结束后再查看结果。</translation>
    </message>
    <message>
        <source>Another drill of this database is under way. Wait for its end.</source>
        <translation>该数据库正在进行另一次演练。请等它结束。</translation>
    </message>
    <message>
        <source>The seal of %1 over all audit trails is not the one that was made that day: it or one before it was changed. Stop and tell the administrator.</source>
        <translation>%1 对全部审计记录所做的封印与当日不符：它或更早的一个被改动过。请停止操作并告知管理员。</translation>
    </message>
    <message>
        <source>Say why it is withdrawn: the pharmacist reads it.</source>
        <translation>请写明撤回原因：药师会看到。</translation>
    </message>
    <message>
        <source>The export is of a server with %1 workstations, each with an audit trail of its own. Only a server can take it: import hospital ADDRESS FOLDER.</source>
        <translation>该导出来自有 %1 个工作站的服务器，每个工作站各有一条审计记录。只有服务器能接收：import hospital ADDRESS FOLDER。</translation>
    </message>
    <message>
        <source>The server was given this and did not answer: whether it is saved is not known yet. It stands at the top of the window until it is; do not enter it again.</source>
        <translation>已提交给服务器但未得到答复：是否已保存尚不清楚。结果明确之前会显示在窗口顶部；请勿重复录入。</translation>
    </message>
    <message>
        <source>This computer&apos;s key store does not give the server&apos;s password (%1). Unlock it and start again, or put the password into a file of your own and name that with passfile=.</source>
        <translation>本机密钥库未提供服务器密码（%1）。请解锁密钥库后重新启动，或将密码写入自己的文件并用 passfile= 指定。</translation>
    </message>
    <message>
        <source>This computer&apos;s key store has no password for %1. Put it there with simiao-cli db remember, or name a file that has it with passfile=.</source>
        <translation>本机密钥库中没有 %1 的密码。请用 simiao-cli db remember 存入，或用 passfile= 指定含密码的文件。</translation>
    </message>
    <message>
        <source>The hospital&apos;s server reckons another amount than this computer sent (%1). Nothing was saved; tell the administrator.</source>
        <translation>医院服务器核算的金额与本机发送的不一致（%1）。未保存任何内容；请联系管理员。</translation>
    </message>
    <message>
        <source>The price list says another price for %1 by now. Nothing was saved; take the line out and order it again, or check in again.</source>
        <translation>%1 的价格已调整。未保存任何内容；请删除该行后重新开具，或重新挂号。</translation>
    </message>
    <message>
        <source>The DICOM file was changed while it was copied. Try again.</source>
        <translation>DICOM 文件在复制过程中被改动，请重试。</translation>
    </message>
    <message>
        <source>Cut to the part that the presentation state shows; the rest was left out.</source>
        <translation>已按呈现状态裁切，其余部分未包含在内。</translation>
    </message>
    <message>
        <source>Not named by the presentation state, which was therefore not applied.</source>
        <translation>呈现状态未引用该图像，因此未应用。</translation>
    </message>
    <message>
        <source>%1 parts of the picture shall go out black, more than one image can have.</source>
        <translation>要涂黑的部分有 %1 处，超过一幅图像允许的数量。</translation>
    </message>
    <message>
        <source>The marked field is empty. Fill it in.</source>
        <translation>光标所在的栏目尚未填写，请填写。</translation>
    </message>
    <message>
        <source>The hospital&apos;s server has not been updated for this program yet: everything can be read, and nothing can be saved. Tell IT; until then work with the program of before.</source>
        <translation>医院服务器尚未更新到与本程序相配：可以查看全部内容，但不能保存。请告知信息科；在此之前请使用原来的程序。</translation>
    </message>
    <message>
        <source>The backup was made by a newer program (schema, this program&apos;s: %1). Nothing was restored; restore it with that program, or take an older backup.</source>
        <translation>此备份由更新的程序制作（结构版本、本程序的版本：%1）。未恢复任何内容；请用那个程序恢复，或改用较早的备份。</translation>
    </message>
    <message>
        <source>The backup is whole, but this program cannot bring it up to date (%1). The database was emptied again; restore it with the program that made it, then tell who maintains Simiao.</source>
        <translation>备份是完整的，但本程序无法将其升级（%1）。数据库已重新清空；请用制作该备份的程序恢复，然后告知 Simiao 的维护者。</translation>
    </message>
    <message>
        <source>The disk of the server is full. What was there before is as it was, and nothing new was kept. Make room (a restore or a drill needs the place of the database once more), then do it again.</source>
        <translation>服务器的磁盘已满。原有内容保持不变，没有留下任何新的内容。请腾出空间（恢复或演练需要再容纳一份数据库的空间），然后重新执行。</translation>
    </message>
    <message>
        <source>It stopped (%1), and the server did not let the half of it be taken away. No desk is let in to it; when the server answers again call the same once more: what is left is taken away first.</source>
        <translation>操作已中止（%1），服务器未能让未完成的部分被清除。没有工作站能够进入；服务器恢复后请再执行一次同样的命令：会先清除残留部分。</translation>
    </message>
    <message>
        <source>Something is being restored into this database already, or the server still ends what was stopped. Nothing was changed; try again in a minute.</source>
        <translation>此数据库已有恢复正在进行，或服务器仍在结束先前中止的操作。未做任何更改；请一分钟后再试。</translation>
    </message>
    <message>
        <source>Stopped, as asked. Nothing of it is left, neither a file nor a database by halves; do it again when it suits.</source>
        <translation>已按要求停止。没有留下任何内容，既无残缺文件，也无残缺数据库；请在方便时重新执行。</translation>
    </message>
    <message>
        <source>Stopped, as asked. What was to be moved is as it was, and what the server has of it stays there: call the same once more and it goes on from that.</source>
        <translation>已按要求停止。要迁移的数据保持原样，服务器上已有的部分予以保留：再执行一次同样的命令即可继续。</translation>
    </message>
    <message>
        <source>Stopped, as asked. Nothing of it is left in %1; do it again when it suits.</source>
        <translation>已按要求停止。%1 中没有留下任何内容；请在方便时重新执行。</translation>
    </message>
    <message>
        <source>The address in the settings leaves it to a file of this computer which server is meant (service=%1). Name the server itself.</source>
        <translation>设置中的地址没有写明服务器，而是由本机的某个文件决定（service=%1）。请直接写明服务器。</translation>
    </message>
    <message>
        <source>The hospital&apos;s server is PostgreSQL %1, and Simiao needs 12 or newer. Whoever keeps the server updates it.</source>
        <translation>医院服务器是 PostgreSQL %1，Simiao 需要 12 或更高版本。请服务器管理员升级。</translation>
    </message>
    <message>
        <source>This database keeps its texts in %1, where some Chinese names would be lost. Whoever keeps the server makes one with ENCODING &apos;UTF8&apos; and sets that up with simiao-cli db init.</source>
        <translation>此数据库以 %1 编码保存文字，部分中文姓名会丢失。请服务器管理员用 ENCODING &apos;UTF8&apos; 新建数据库，并以 simiao-cli db init 设置。</translation>
    </message>
    <message>
        <source>The log-in &quot;%1&quot; of this computer is none of a desk&apos;s on the hospital&apos;s server. Whoever keeps the server admits it with simiao-cli db grant %1.</source>
        <translation>本机的登录名“%1”在医院服务器上不是工作站账号。请服务器管理员用 simiao-cli db grant %1 授权。</translation>
    </message>
    <message>
        <source>On the hospital&apos;s server, desks have lost the right to %1. Whoever keeps the server gives it back with simiao-cli db init.</source>
        <translation>医院服务器上，工作站失去了对 %1 的权限。请服务器管理员用 simiao-cli db init 恢复。</translation>
    </message>
    <message>
        <source>What &quot;%1&quot; says as a program is believed, whoever and wherever it says it is: no desk and no person would keep it. Give --program, or --desk and --person.</source>
        <translation>“%1”作为程序登录时，其所述的人员和工作站均被采信，限定工作站或人员不起作用。请只用 --program，或改用 --desk 和 --person。</translation>
    </message>
    <message>
        <source>This computer comes to the hospital&apos;s server with somebody&apos;s own log-in, and nobody else signs in there. Work at another computer, or ask IT for a desk&apos;s log-in.</source>
        <translation>本机以某人的个人账号连接医院服务器，其他人不能在此登录。请改用其他电脑，或请信息科为本机开通工作站账号。</translation>
    </message>
    <message>
        <source>A file could not be copied (%1). Nothing was: try again, or attach the images without it.</source>
        <translation>有一个文件无法复制（%1）。未保留任何文件：请重试，或不带此文件附加图像。</translation>
    </message>
    <message>
        <source>What the values of this image measure cannot be read from it (%1). They are shown as they are stored.</source>
        <translation>无法从此图像读出其数值所表示的测量量（%1）。按存储值显示。</translation>
    </message>
    <message>
        <source>Not stored: this computer&apos;s clock is more than a month behind that of the desk where the visit began. Set it right and save again.</source>
        <translation>未保存：本机时钟比该次就诊登记的工作站慢一个月以上。请校准时钟后再保存。</translation>
    </message>
    <message>
        <source>Objects of this kind are not shown (%1).</source>
        <translation>本程序不显示此类对象（%1）。</translation>
    </message>
    <message>
        <source>No SUV: the time of the injection names a time zone, the time of the scan does not.</source>
        <translation>无法计算 SUV：注射时间注明了时区，扫描时间却没有。</translation>
    </message>
    <message>
        <source>There are no DICOM images there. Choose another folder.</source>
        <translation>此处没有 DICOM 影像。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>The number in the images is that of another patient on record. Compare name, sex and date of birth before you attach them.</source>
        <translation>影像中的患者号是另一位患者的病历号。添加前请核对姓名、性别和出生日期。</translation>
    </message>
    <message>
        <source>The images carry a number that is not this patient&apos;s. Check that it is the same person before you attach them.</source>
        <translation>影像中的患者号不是该患者的。添加前请核对是否为同一人。</translation>
    </message>
    <message>
        <source>This window is made for values in %1</source>
        <translation>此窗宽窗位用于以 %1 为单位的数值</translation>
    </message>
    <message>
        <source>Not all frames of the image are there (%1). Ask for it to be sent again.</source>
        <translation>图像的帧不全（%1）。请让对方重新发送。</translation>
    </message>
    <message>
        <source>The picture is too large for this program (%1), whole as it may be. Ask radiology for a smaller one.</source>
        <translation>图像对本程序来说太大（%1），图像本身可能是完整的。请向放射科索取较小的图像。</translation>
    </message>
    <message>
        <source>A part of the presentation state is not applied: its author saw more (%1).</source>
        <translation>呈现状态有一部分未被应用：作者当时看到的内容更多（%1）。</translation>
    </message>
    <message>
        <source>Nobody changes the own roles. Ask another administrator.</source>
        <translation>不能更改自己的角色。请由另一位管理员操作。</translation>
    </message>
    <message>
        <source>The clock of this computer is more than a day ahead of the hospital&apos;s server. Nothing was saved; set it right and do it again.</source>
        <translation>本机时钟比医院服务器快一天以上。未保存任何内容;请校正时钟后重试。</translation>
    </message>
    <message>
        <source>A text is perhaps in another character set than the file declares (%1). Choose the right one if it reads wrongly.</source>
        <translation>某段文字的字符集可能与文件声明的不同（%1）。若显示有误，请选择正确的字符集。</translation>
    </message>
    <message>
        <source>What the file says of each frame is missing for this one (%1 have it). Do not measure in it; ask for it to be sent again.</source>
        <translation>文件中缺少此帧的逐帧信息（具备者：%1）。请勿在其中测量，并要求重新发送。</translation>
    </message>
    <message>
        <source>The colours of the image are missing (%1). Ask for it to be sent again.</source>
        <translation>图像的颜色表缺失（%1）。请要求重新发送。</translation>
    </message>
    <message>
        <source>Some values of this image stand for colours that are missing (%1). It is shown in grey; do not measure in it.</source>
        <translation>此图像的部分数值代表颜色，而颜色表缺失（%1）。图像以灰度显示，请勿在其中测量。</translation>
    </message>
    <message>
        <source>The recording is too large; its end is not shown (%1).</source>
        <translation>记录过大，末尾部分未显示（%1）。</translation>
    </message>
    <message>
        <source>It was copied, but the directory of the copy (DICOMDIR) has no place for its kind. Who needs it opens the folder itself.</source>
        <translation>已复制，但副本目录（DICOMDIR）中没有这类对象的位置。需要时请直接打开文件夹。</translation>
    </message>
    <message>
        <source>Some of its values are larger than can be told exactly (%1, more than 2^53): they are rounded.</source>
        <translation>部分像素值超出可精确表示的范围（%1，大于 2^53），已取近似值。</translation>
    </message>
</context>
<context>
    <name>Orders</name>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>Allergies were not asked for: not checked.</source>
        <translation>未询问过敏史：未核查。</translation>
    </message>
    <message>
        <source>No rule knows the recorded allergy to %1: not checked.</source>
        <translation>没有规则涵盖已记录的过敏：%1，未核查。</translation>
    </message>
    <message>
        <source>at most %1 times</source>
        <translation>最多 %1 次</translation>
    </message>
    <message>
        <source>The dose takes %1; another quantity was said.</source>
        <translation>按用量需要 %1，与填写的总量不同。</translation>
    </message>
</context>
<context>
    <name>Signing</name>
    <message>
        <source>%1 is empty. Fill it in.</source>
        <translation>%1为空。请填写。</translation>
    </message>
    <message>
        <source>No diagnosis. Add at least one.</source>
        <translation>没有诊断。请至少添加一项。</translation>
    </message>
    <message>
        <source>The order line still holds text. Press Enter to take it or delete it.</source>
        <translation>医嘱行中仍有未完成的内容。请按 Enter 录入，或将其删除。</translation>
    </message>
    <message>
        <source>%1 is blocked by a safety rule. Take it away or choose another drug.</source>
        <translation>%1 被安全规则禁止。请移除，或改用其他药品。</translation>
    </message>
    <message>
        <source>%1 needs a reason. Give it beside the warning.</source>
        <translation>%1 需要填写理由。请在警示旁填写。</translation>
    </message>
    <message>
        <source>Refused by a rule: %1</source>
        <translation>规则禁止：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>VisitVersions</name>
    <message>
        <source>Diagnoses</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Drugs</source>
        <translation>药品</translation>
    </message>
</context>
<context>
    <name>simiao::admin::AccountForm</name>
    <message>
        <source>Log-in name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Name, Latin letters</source>
        <translation>姓名（拉丁字母）</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>职称</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>First password</source>
        <translation>初始密码</translation>
    </message>
    <message>
        <source>No account chosen</source>
        <translation>未选择账户</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>新建账户</translation>
    </message>
    <message>
        <source>Roles of %1</source>
        <translation>%1 的角色</translation>
    </message>
    <message>
        <source>New password for %1</source>
        <translation>%1 的新密码</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Department of %1</source>
        <translation>%1 的科室</translation>
    </message>
    <message>
        <source>Choose one at the left, or begin with &quot;New account&quot;.</source>
        <translation>请在左侧选择一个账户，或点“新建账户”开始。</translation>
    </message>
    <message>
        <source>a-z, digits, dot, hyphen</source>
        <translation>小写字母、数字、点、连字符</translation>
    </message>
    <message>
        <source>for the first log-in only</source>
        <translation>仅供首次登录</translation>
    </message>
</context>
<context>
    <name>simiao::admin::AccountList</name>
    <message>
        <source>No account yet</source>
        <translation>还没有账户</translation>
    </message>
    <message>
        <source>No account fits</source>
        <translation>没有符合的账户</translation>
    </message>
    <message>
        <source>Type less, or another part of the name.</source>
        <translation>请少输入一些，或输入姓名的其他部分。</translation>
    </message>
    <message>
        <source>&quot;New account&quot; enters the first one.</source>
        <translation>用“新建账户”录入第一个。</translation>
    </message>
</context>
<context>
    <name>simiao::admin::AccountTableModel</name>
    <message>
        <source>Log-in name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>职称</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>must change</source>
        <translation>须更改</translation>
    </message>
</context>
<context>
    <name>simiao::admin::AccountWork</name>
    <message>
        <source>%1 may log in; the first time asks for another password</source>
        <translation>%1 可以登录；首次登录时须更改密码</translation>
    </message>
    <message>
        <source>Roles of %1 changed; they count from the next log-in</source>
        <translation>%1 的角色已更改，下次登录起生效</translation>
    </message>
    <message>
        <source>New password for %1; the next log-in asks for another</source>
        <translation>已为 %1 设置新密码，下次登录时须更改</translation>
    </message>
    <message>
        <source>%1 belongs to another department from the next log-in on</source>
        <translation>%1 从下次登录起归入新的科室</translation>
    </message>
</context>
<context>
    <name>simiao::admin::AccountsPanel</name>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Log-in name, name, role, department</source>
        <translation>登录名、姓名、角色、科室</translation>
    </message>
    <message>
        <source>Find an account</source>
        <translation>查找账户</translation>
    </message>
</context>
<context>
    <name>simiao::admin::AccountsSection</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>新建账户</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Clear the entry</source>
        <translation>清空录入</translation>
    </message>
    <message>
        <source>Find an account</source>
        <translation>查找账户</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>科室</translation>
    </message>
</context>
<context>
    <name>simiao::admin::AdminPage</name>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>Plugins</source>
        <translation>插件</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>系统管理</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>打开：%1</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>初始设置</translation>
    </message>
    <message>
        <source>Rules and templates</source>
        <translation>规则与模板</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>影像归档</translation>
    </message>
</context>
<context>
    <name>simiao::admin::ArchiveForm</name>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>%1, not saved</source>
        <translation>%1，未保存</translation>
    </message>
    <message>
        <source>Choose a line at the left, or add one.</source>
        <translation>请在左侧选择一行，或添加一行。</translation>
    </message>
    <message>
        <source>Another archive, worklist or film printer</source>
        <translation>新的归档系统、设备工作列表服务器或胶片打印机</translation>
    </message>
</context>
<context>
    <name>simiao::admin::ArchiveTableModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>次序</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>first</source>
        <translation>首选</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
</context>
<context>
    <name>simiao::admin::ArchiveWords</name>
    <message>
        <source>own address</source>
        <translation>本机地址</translation>
    </message>
    <message>
        <source>DICOM</source>
        <translation>DICOM</translation>
    </message>
    <message>
        <source>DICOMweb</source>
        <translation>DICOMweb</translation>
    </message>
    <message>
        <source>modality worklist</source>
        <translation>设备工作列表</translation>
    </message>
    <message>
        <source>This workstation</source>
        <translation>本工作站</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Own AE title</source>
        <translation>本机 AE 标题</translation>
    </message>
    <message>
        <source>AE title</source>
        <translation>AE 标题</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Retrieve by</source>
        <translation>取回方式</translation>
    </message>
    <message>
        <source>Associations</source>
        <translation>并行连接数</translation>
    </message>
    <message>
        <source>Character set</source>
        <translation>字符集</translation>
    </message>
    <message>
        <source>Certificate name</source>
        <translation>证书名称</translation>
    </message>
    <message>
        <source>Patience (s)</source>
        <translation>等待时限（秒）</translation>
    </message>
    <message>
        <source>Listens at</source>
        <translation>监听地址</translation>
    </message>
    <message>
        <source>Authorities</source>
        <translation>信任证书</translation>
    </message>
    <message>
        <source>Own certificate</source>
        <translation>本机证书</translation>
    </message>
    <message>
        <source>Own key</source>
        <translation>本机密钥</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Log-in name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Password file</source>
        <translation>密码文件</translation>
    </message>
    <message>
        <source>Token file</source>
        <translation>令牌文件</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>such as Radiology</source>
        <translation>例如：放射科</translation>
    </message>
    <message>
        <source>name or IPv4 address</source>
        <translation>主机名或 IPv4 地址</translation>
    </message>
    <message>
        <source>as its administrator gave it</source>
        <translation>由对方管理员提供</translation>
    </message>
    <message>
        <source>only if it is not the host</source>
        <translation>与主机名不同时填写</translation>
    </message>
    <message>
        <source>for C-MOVE, such as 10.1.2.3:11112</source>
        <translation>用于 C-MOVE，例如 10.1.2.3:11112</translation>
    </message>
    <message>
        <source>PEM file, needed for TLS</source>
        <translation>PEM 文件，使用 TLS 时必填</translation>
    </message>
    <message>
        <source>PEM file, where peers ask for one</source>
        <translation>PEM 文件，对方要求时填写</translation>
    </message>
    <message>
        <source>PEM file</source>
        <translation>PEM 文件</translation>
    </message>
    <message>
        <source>empty: without a log-in</source>
        <translation>留空：不登录</translation>
    </message>
    <message>
        <source>file with the password in its first line</source>
        <translation>首行为密码的文件</translation>
    </message>
    <message>
        <source>instead of name and password</source>
        <translation>代替用户名和密码</translation>
    </message>
    <message>
        <source>PEM file; empty: those of the system</source>
        <translation>PEM 文件；留空使用系统证书</translation>
    </message>
    <message>
        <source>PEM file, where it asks for one</source>
        <translation>PEM 文件，对方要求时填写</translation>
    </message>
    <message>
        <source>empty: none</source>
        <translation>留空：不使用</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>C-GET, over the same connection</source>
        <translation>C-GET，经同一连接取回</translation>
    </message>
    <message>
        <source>C-MOVE, the archive calls back</source>
        <translation>C-MOVE，由对方回连发送</translation>
    </message>
    <message>
        <source>being asked</source>
        <translation>正在测试</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>answers, in part</source>
        <translation>部分可用</translation>
    </message>
    <message>
        <source>%1, %2, %3 ms.</source>
        <translation>%1，%2，%3 毫秒。</translation>
    </message>
    <message>
        <source>film printer</source>
        <translation>胶片打印机</translation>
    </message>
    <message>
        <source>Film size</source>
        <translation>胶片规格</translation>
    </message>
    <message>
        <source>Film medium</source>
        <translation>胶片介质</translation>
    </message>
    <message>
        <source>as the printer chooses</source>
        <translation>由打印机决定</translation>
    </message>
    <message>
        <source>blue film</source>
        <translation>蓝基胶片</translation>
    </message>
    <message>
        <source>clear film</source>
        <translation>透明基胶片</translation>
    </message>
    <message>
        <source>blue film for mammography</source>
        <translation>乳腺摄影蓝基胶片</translation>
    </message>
    <message>
        <source>clear film for mammography</source>
        <translation>乳腺摄影透明基胶片</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>%1 × %2 in</source>
        <translation>%1 × %2 英寸</translation>
    </message>
    <message>
        <source>%1 × %2 cm</source>
        <translation>%1 × %2 厘米</translation>
    </message>
    <message>
        <source>Commitment (s)</source>
        <translation>存储确认（秒）</translation>
    </message>
    <message>
        <source>empty: not asked if it keeps what is sent</source>
        <translation>留空：发送后不询问是否已保存</translation>
    </message>
    <message>
        <source>Calls back as</source>
        <translation>回呼标题</translation>
    </message>
    <message>
        <source>titles, only if not its AE title</source>
        <translation>与其 AE 标题不同时填写</translation>
    </message>
</context>
<context>
    <name>simiao::admin::ArchiveWork</name>
    <message>
        <source>Remove %1?</source>
        <translation>移除 %1？</translation>
    </message>
    <message>
        <source>Images that were brought from there stay.</source>
        <translation>已从该处取回的影像保留。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Not usable</source>
        <translation>不能使用</translation>
    </message>
    <message>
        <source>Asking %1 …</source>
        <translation>正在询问 %1……</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未作任何更改。</translation>
    </message>
    <message>
        <source>Stored, and used from now on</source>
        <translation>已保存，即刻生效</translation>
    </message>
    <message>
        <source>Films that were ordered there are printed.</source>
        <translation>已提交的胶片仍会打印。</translation>
    </message>
</context>
<context>
    <name>simiao::admin::ArchivesSection</name>
    <message>
        <source>No archives can be set up here</source>
        <translation>此处不能设置影像归档</translation>
    </message>
    <message>
        <source>No plugin for archives runs. Look at the plugins.</source>
        <translation>没有运行影像归档插件，请查看插件。</translation>
    </message>
    <message>
        <source>No longer first</source>
        <translation>取消首选</translation>
    </message>
    <message>
        <source>Offer first</source>
        <translation>设为首选</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation>停止测试</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Clear the entry</source>
        <translation>清空填写内容</translation>
    </message>
    <message>
        <source>Stores what is typed for this line; it is used at once</source>
        <translation>保存本行填写的内容，即刻生效</translation>
    </message>
    <message>
        <source>Asks it with what is typed: C-ECHO, or a search over the web. Nothing is changed there</source>
        <translation>按填写的内容询问对方：C-ECHO 或网络检索，不改变对方任何内容</translation>
    </message>
    <message>
        <source>Waits no longer for an answer</source>
        <translation>不再等待答复</translation>
    </message>
    <message>
        <source>Of all archives this one is asked first where somebody brings images</source>
        <translation>取回影像时，首先询问该系统</translation>
    </message>
    <message>
        <source>Takes it from the list, after a question</source>
        <translation>确认后从列表中移除</translation>
    </message>
    <message>
        <source>Gives up what was typed and not saved</source>
        <translation>放弃未保存的填写内容</translation>
    </message>
    <message>
        <source>Image archives, worklists and film printers</source>
        <translation>影像归档、设备工作列表与胶片打印机</translation>
    </message>
    <message>
        <source>Enters another archive, worklist or film printer</source>
        <translation>添加归档系统、设备工作列表服务器或胶片打印机</translation>
    </message>
</context>
<context>
    <name>simiao::admin::AuditFilters</name>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>any act</source>
        <translation>任意操作</translation>
    </message>
    <message>
        <source>record number</source>
        <translation>病案号</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>simiao::admin::AuditSection</name>
    <message>
        <source>Audit trail</source>
        <translation>审计记录</translation>
    </message>
    <message>
        <source>Verify the chain</source>
        <translation>校验链</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>File of the export</source>
        <translation>导出文件</translation>
    </message>
    <message>
        <source>The tools of the server verify this trail.</source>
        <translation>此审计记录由服务器自带工具校验。</translation>
    </message>
</context>
<context>
    <name>simiao::admin::AuditTablePanel</name>
    <message>
        <source>Events of the audit trail</source>
        <translation>审计事件</translation>
    </message>
    <message>
        <source>The whole sealed event</source>
        <translation>完整的封存事件</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>显示更多</translation>
    </message>
    <message>
        <source>Showing the latest %1</source>
        <translation>显示最近 %1 条</translation>
    </message>
    <message>
        <source>Showing all %1</source>
        <translation>显示全部 %1 条</translation>
    </message>
    <message>
        <source>Event %1</source>
        <translation>事件 %1</translation>
    </message>
</context>
<context>
    <name>simiao::admin::AuditTrail</name>
    <message>
        <source>No patient has this record number</source>
        <translation>没有此病案号的患者</translation>
    </message>
    <message>
        <source>Correct it, or empty the field.</source>
        <translation>请更正，或清空该栏。</translation>
    </message>
    <message>
        <source>No event fits</source>
        <translation>没有符合的事件</translation>
    </message>
    <message>
        <source>Ask for less: empty one of the fields.</source>
        <translation>请放宽条件：清空其中一栏。</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <source>Not exported</source>
        <translation>未导出</translation>
    </message>
    <message>
        <source>There are more; ask for less to get the rest into another file.</source>
        <translation>还有更多事件；请缩小条件，将其余部分导出到另一文件。</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>已导出</translation>
    </message>
    <message>
        <source>rows: %1, file: %2</source>
        <translation>行数：%1，文件：%2</translation>
    </message>
    <message>
        <source>Audit trail exported</source>
        <translation>审计记录已导出</translation>
    </message>
</context>
<context>
    <name>simiao::admin::AuditWords</name>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>cannot be read by this program</source>
        <translation>本程序无法读取</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>glass broken</source>
        <translation>紧急调阅</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>log-in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>log-out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>screen locked</source>
        <translation>锁屏</translation>
    </message>
    <message>
        <source>screen unlocked</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>password changed</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>signed in at the server</source>
        <translation>已在服务器登录</translation>
    </message>
</context>
<context>
    <name>simiao::admin::ChainCheck</name>
    <message>
        <source>Verifying</source>
        <translation>正在校验</translation>
    </message>
    <message>
        <source>the chain, link by link. Other work can go on.</source>
        <translation>逐条校验链，可继续其他工作。</translation>
    </message>
    <message>
        <source>The chain is whole</source>
        <translation>链完整</translation>
    </message>
    <message>
        <source>records 1 to %1</source>
        <translation>第 1 至 %1 条</translation>
    </message>
    <message>
        <source>The chain is broken</source>
        <translation>链已断裂</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>未校验</translation>
    </message>
</context>
<context>
    <name>simiao::admin::ContentsTableModel</name>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Proof (SHA-256)</source>
        <translation>校验值（SHA-256）</translation>
    </message>
</context>
<context>
    <name>simiao::admin::DatabaseCare</name>
    <message>
        <source>Copying</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>and comparing the copy. Other work can go on.</source>
        <translation>并比对副本，可继续其他工作。</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>every page, reference and row. Other work can go on.</source>
        <translation>每一页、每个引用和每一行，可继续其他工作。</translation>
    </message>
    <message>
        <source>Not backed up</source>
        <translation>未备份</translation>
    </message>
    <message>
        <source>Backed up</source>
        <translation>已备份</translation>
    </message>
    <message>
        <source>%1 rows; the copy was read back and holds the same.</source>
        <translation>%1 行；副本已回读，内容一致。</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>Nothing wrong</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>Every page, reference and row is as it was written.</source>
        <translation>每一页、每个引用和每一行均与写入时一致。</translation>
    </message>
    <message>
        <source>Problems: %1</source>
        <translation>问题：%1</translation>
    </message>
    <message>
        <source>Stop working with this database and restore the last good backup.</source>
        <translation>请停止使用此数据库，并恢复最近一份完好的备份。</translation>
    </message>
</context>
<context>
    <name>simiao::admin::DatabaseSection</name>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>File of the copy</source>
        <translation>备份文件</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Verify audit</source>
        <translation>校验审计</translation>
    </message>
    <message>
        <source>What the copy holds</source>
        <translation>副本内容</translation>
    </message>
    <message>
        <source>Problems found</source>
        <translation>发现的问题</translation>
    </message>
    <message>
        <source>This back-end is not maintained from here</source>
        <translation>此后端不在此处维护</translation>
    </message>
    <message>
        <source>Use the tools of its server.</source>
        <translation>请使用其服务器的工具。</translation>
    </message>
    <message>
        <source>Nothing was asked for yet</source>
        <translation>尚未执行任何操作</translation>
    </message>
    <message>
        <source>No problem found</source>
        <translation>未发现问题</translation>
    </message>
    <message>
        <source>Every page, reference and row was read.</source>
        <translation>每一页、每个引用和每一行均已读取。</translation>
    </message>
    <message>
        <source>&quot;Back up now&quot; copies the database and proves the copy, &quot;Check&quot; reads all of it.</source>
        <translation>“立即备份”复制数据库并验证副本，“检查”会读遍全部数据。</translation>
    </message>
</context>
<context>
    <name>simiao::admin::DepartmentWork</name>
    <message>
        <source>Department %1 is on record</source>
        <translation>科室 %1 已建档</translation>
    </message>
</context>
<context>
    <name>simiao::admin::DeviceForm</name>
    <message>
        <source>Desk</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>name of its computer</source>
        <translation>其电脑的名称</translation>
    </message>
    <message>
        <source>Everything is printed so much further right; less than nothing: left</source>
        <translation>全部内容右移的距离；负数为左移</translation>
    </message>
    <message>
        <source>Everything is printed so much further down; less than nothing: up</source>
        <translation>全部内容下移的距离；负数为上移</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>尚未选择</translation>
    </message>
    <message>
        <source>Choose a line at the left, or enter another desk.</source>
        <translation>请在左侧选择一行，或录入其他工位。</translation>
    </message>
    <message>
        <source>Another desk</source>
        <translation>其他工位</translation>
    </message>
    <message>
        <source>%1, not saved</source>
        <translation>%1，未保存</translation>
    </message>
    <message>
        <source>Port or id</source>
        <translation>端口或标识</translation>
    </message>
    <message>
        <source>choose one or type a name</source>
        <translation>选择或输入名称</translation>
    </message>
    <message>
        <source>such as usb:05e0:1200 or COM3</source>
        <translation>如 usb:05e0:1200 或 COM3</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>simiao::admin::DeviceList</name>
    <message>
        <source>No desk has a device yet</source>
        <translation>还没有工位设置设备</translation>
    </message>
    <message>
        <source>&quot;Another desk&quot; enters the first one.</source>
        <translation>用“其他工位”录入第一台。</translation>
    </message>
</context>
<context>
    <name>simiao::admin::DeviceTableModel</name>
    <message>
        <source>Desk</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Printer or device</source>
        <translation>打印机或设备</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>simiao::admin::DeviceWords</name>
    <message>
        <source>portrait</source>
        <translation>纵向</translation>
    </message>
    <message>
        <source>landscape</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>not set up</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已停用</translation>
    </message>
</context>
<context>
    <name>simiao::admin::DeviceWork</name>
    <message>
        <source>%1 uses %2: %3</source>
        <translation>%1 使用 %2：%3</translation>
    </message>
    <message>
        <source>%1 is used again at %2</source>
        <translation>%1 已在 %2 恢复使用</translation>
    </message>
    <message>
        <source>%1 is withdrawn from %2</source>
        <translation>%1 已从 %2 停用</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Not changed</source>
        <translation>未更改</translation>
    </message>
    <message>
        <source>Withdraw %1?</source>
        <translation>停用 %1？</translation>
    </message>
    <message>
        <source>%1 then has nothing for: %2. It stays on record and can be used again.</source>
        <translation>停用后 %1 没有用于“%2”的设备。记录仍保留，可以恢复使用。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Somebody else stored &quot;%1&quot; here meanwhile. Save once more to put yours in its place, or clear the entry to keep theirs.</source>
        <translation>其他人此时在这里保存了“%1”。再保存一次即以您的输入替换，清空输入则保留对方的设置。</translation>
    </message>
</context>
<context>
    <name>simiao::admin::DevicesPanel</name>
    <message>
        <source>Devices of the desks</source>
        <translation>各工位的设备</translation>
    </message>
</context>
<context>
    <name>simiao::admin::DevicesSection</name>
    <message>
        <source>Test page of %1</source>
        <translation>%1 的测试页</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试用</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>恢复使用</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Another desk</source>
        <translation>其他工位</translation>
    </message>
    <message>
        <source>Print test page</source>
        <translation>打印测试页</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
    <message>
        <source>Clear the entry</source>
        <translation>清空输入</translation>
    </message>
    <message>
        <source>Read desks and printers again</source>
        <translation>重新读取工位和打印机</translation>
    </message>
    <message>
        <source>Stores what is typed for this line</source>
        <translation>保存本行的输入</translation>
    </message>
    <message>
        <source>Enters a device for a desk that is not in the list</source>
        <translation>为列表中没有的工位录入设备</translation>
    </message>
    <message>
        <source>Shows the test page, or a field to try a scanner in</source>
        <translation>显示测试页，或用于试用扫码枪的输入框</translation>
    </message>
    <message>
        <source>Prints one page with rulers on this computer, with what is typed</source>
        <translation>按当前输入在本机打印一张带标尺的测试页</translation>
    </message>
    <message>
        <source>Writes the same page into a file</source>
        <translation>把同一页写入文件</translation>
    </message>
    <message>
        <source>Takes the device from the desk; it stays on record</source>
        <translation>从工位撤下设备，记录仍保留</translation>
    </message>
    <message>
        <source>File of the PDF</source>
        <translation>PDF 文件</translation>
    </message>
</context>
<context>
    <name>simiao::admin::DifferenceModel</name>
    <message>
        <source>Before</source>
        <translation>原行号</translation>
    </message>
    <message>
        <source>After</source>
        <translation>新行号</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>… lines that did not change: %1</source>
        <translation>…… 未变化 %1 行</translation>
    </message>
</context>
<context>
    <name>simiao::admin::HospitalWork</name>
    <message>
        <source>Stored: %1</source>
        <translation>已保存：%1</translation>
    </message>
</context>
<context>
    <name>simiao::admin::ImportPanel</name>
    <message>
        <source>File to import</source>
        <translation>要导入的文件</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>表格 (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>First password</source>
        <translation>初始密码</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>path of a CSV file; UTF-8 or GB18030, comma or tab</source>
        <translation>CSV 文件路径；UTF-8 或 GB18030，逗号或制表符</translation>
    </message>
    <message>
        <source>of everybody new in the file, to be changed at the first log-in</source>
        <translation>文件中所有新人员使用，首次登录时必须更换</translation>
    </message>
    <message>
        <source>why stock is counted in, for the audit trail</source>
        <translation>库存入账的原因，记入审计</translation>
    </message>
    <message>
        <source>Rows that cannot be imported</source>
        <translation>无法导入的行</translation>
    </message>
</context>
<context>
    <name>simiao::admin::ImportWork</name>
    <message>
        <source>Opening stock</source>
        <translation>期初库存</translation>
    </message>
    <message>
        <source>Imported: %1</source>
        <translation>已导入：%1</translation>
    </message>
    <message>
        <source>Template written: %1</source>
        <translation>模板已保存：%1</translation>
    </message>
    <message>
        <source>Rejects written: %1</source>
        <translation>有误的行已导出：%1</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>未导入</translation>
    </message>
    <message>
        <source>Storing</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>All rows in one go; other work can go on.</source>
        <translation>所有行一次写入；可以继续其他工作。</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>%1, %2; %3</source>
        <translation>%1，%2；%3</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>试运行</translation>
    </message>
    <message>
        <source>Nothing is imported before every row is right.</source>
        <translation>所有行都正确之前不会导入任何内容。</translation>
    </message>
    <message>
        <source>Everything stands there already.</source>
        <translation>内容均已存在。</translation>
    </message>
    <message>
        <source>new %1, changed %2, the same %3</source>
        <translation>新增 %1，变更 %2，相同 %3</translation>
    </message>
    <message>
        <source>%1, rejected %2</source>
        <translation>%1，有误 %2</translation>
    </message>
    <message>
        <source>No file was tried yet</source>
        <translation>尚未试运行文件</translation>
    </message>
    <message>
        <source>Type a path or drop a file here, then &quot;Dry run&quot;: it changes nothing. &quot;Save a template&quot; writes an example of the file.</source>
        <translation>输入路径或把文件拖到这里，再点“试运行”：不会更改任何数据。“保存模板”会生成一个示例文件。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Go on with the next step of the list.</source>
        <translation>请继续列表中的下一步。</translation>
    </message>
    <message>
        <source>No row was rejected</source>
        <translation>没有有误的行</translation>
    </message>
    <message>
        <source>&quot;Import&quot; stores them: all or none.</source>
        <translation>“导入”将全部保存，或一行也不保存。</translation>
    </message>
    <message>
        <source>There is nothing to store.</source>
        <translation>没有需要保存的内容。</translation>
    </message>
    <message>
        <source>reading the file</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>row %1 of %2</source>
        <translation>第 %1 行，共 %2 行</translation>
    </message>
    <message>
        <source>%1, about %2 s left</source>
        <translation>%1，约剩 %2 秒</translation>
    </message>
</context>
<context>
    <name>simiao::admin::PackageShelf</name>
    <message>
        <source>Nothing can be replaced</source>
        <translation>没有可替换的内容</translation>
    </message>
    <message>
        <source>This program ships no rules or templates.</source>
        <translation>本程序未附带规则或模板。</translation>
    </message>
    <message>
        <source>From %1 to %2 · %3</source>
        <translation>从 %1 到 %2 · %3</translation>
    </message>
    <message>
        <source>%1: no difference</source>
        <translation>%1：无差异</translation>
    </message>
</context>
<context>
    <name>simiao::admin::PackageTableModel</name>
    <message>
        <source>shipped: %1</source>
        <translation>随程序：%1</translation>
    </message>
    <message>
        <source>Rules and templates</source>
        <translation>规则与模板</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出处</translation>
    </message>
</context>
<context>
    <name>simiao::admin::PackageWords</name>
    <message>
        <source>own cannot be used</source>
        <translation>本院版本无法使用</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>随程序</translation>
    </message>
    <message>
        <source>own</source>
        <translation>本院</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待启用</translation>
    </message>
    <message>
        <source>active</source>
        <translation>已启用</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1 止</translation>
    </message>
    <message>
        <source>without limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>安装</translation>
    </message>
    <message>
        <source>activated</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>rolled back to</source>
        <translation>回退至此</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>被替换</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>撤下</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>删去</translation>
    </message>
    <message>
        <source>lines added: %1, removed: %2</source>
        <translation>新增 %1 行，删去 %2 行</translation>
    </message>
    <message>
        <source>%1 (shipped)</source>
        <translation>%1（随程序）</translation>
    </message>
</context>
<context>
    <name>simiao::admin::PackageWork</name>
    <message>
        <source>Checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>未能读取</translation>
    </message>
    <message>
        <source>Cannot be installed</source>
        <translation>不能安装</translation>
    </message>
    <message>
        <source>Installed already</source>
        <translation>已安装</translation>
    </message>
    <message>
        <source>Can be installed</source>
        <translation>可以安装</translation>
    </message>
    <message>
        <source>%1. Look at what would change, give the reason, then install.</source>
        <translation>%1。请查看将有何变化，写明理由后安装。</translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation>未安装</translation>
    </message>
    <message>
        <source>Check a file first.</source>
        <translation>请先检查文件。</translation>
    </message>
    <message>
        <source>Installing</source>
        <translation>正在安装</translation>
    </message>
    <message>
        <source>Installed: %1</source>
        <translation>已安装：%1</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>已安装</translation>
    </message>
    <message>
        <source>%1 waits; it holds once it is activated.</source>
        <translation>%1 待启用；启用后生效。</translation>
    </message>
    <message>
        <source>Activating</source>
        <translation>正在启用</translation>
    </message>
    <message>
        <source>Activated</source>
        <translation>已启用</translation>
    </message>
    <message>
        <source>Not activated</source>
        <translation>未启用</translation>
    </message>
    <message>
        <source>Rolling back</source>
        <translation>正在回退</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation>已回退</translation>
    </message>
    <message>
        <source>Not rolled back</source>
        <translation>未回退</translation>
    </message>
    <message>
        <source>%1 as shipped</source>
        <translation>%1（随程序版本）</translation>
    </message>
    <message>
        <source>%1 holds from the next check on, also where the program is open.</source>
        <translation>%1 自下一次检查起生效，已打开的程序也一样。</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>Not exported</source>
        <translation>未导出</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>已导出</translation>
    </message>
</context>
<context>
    <name>simiao::admin::PackagesPanel</name>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Rules and templates that can be replaced</source>
        <translation>可替换的规则与模板</translation>
    </message>
</context>
<context>
    <name>simiao::admin::PackagesSection</name>
    <message>
        <source>Rules and templates</source>
        <translation>规则与模板</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Kept with the version; needed to install and to roll back</source>
        <translation>随版本保存；安装和回退时必填</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>安装</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>检查文件</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>回退</translation>
    </message>
    <message>
        <source>Compare from here</source>
        <translation>以此为基准比较</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Stores the checked file as a version that waits</source>
        <translation>将检查过的文件保存为待启用版本</translation>
    </message>
    <message>
        <source>Reads the file and shows what would change; nothing is stored</source>
        <translation>读取文件并显示将有何变化；不保存任何内容</translation>
    </message>
    <message>
        <source>The chosen version holds from now on</source>
        <translation>所选版本从现在起生效</translation>
    </message>
    <message>
        <source>The chosen earlier version, or the shipped one, holds again</source>
        <translation>所选的较早版本或随程序版本重新生效</translation>
    </message>
    <message>
        <source>Other versions are compared with the chosen one</source>
        <translation>其他版本与所选版本比较</translation>
    </message>
    <message>
        <source>Writes the chosen version into a new file of your documents</source>
        <translation>将所选版本写入“文档”中的新文件</translation>
    </message>
    <message>
        <source>Choose a file of rules or templates</source>
        <translation>选择规则或模板文件</translation>
    </message>
    <message>
        <source>Rules and templates (*.json)</source>
        <translation>规则与模板 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>simiao::admin::PluginSwitchboard</name>
    <message>
        <source>cannot be switched: its description does not say what it is.</source>
        <translation>不能开关：其描述未说明它是什么。</translation>
    </message>
    <message>
        <source>stays on: without this page nobody could switch anything on again.</source>
        <translation>保持开启：没有此页面，便无法重新开启任何插件。</translation>
    </message>
    <message>
        <source>stays on: it keeps the records or the images. Another one is chosen in the settings file.</source>
        <translation>保持开启：它保存病历或影像。如需更换，请在配置文件中选择。</translation>
    </message>
    <message>
        <source>is switched on. It counts from the next start on.</source>
        <translation>已开启，下次启动起生效。</translation>
    </message>
    <message>
        <source>is switched off. It counts from the next start on.</source>
        <translation>已关闭，下次启动起生效。</translation>
    </message>
</context>
<context>
    <name>simiao::admin::PluginTableModel</name>
    <message>
        <source>Plugin</source>
        <translation>插件</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>On from the next start on.</source>
        <translation>下次启动起开启。</translation>
    </message>
    <message>
        <source>Off from the next start on.</source>
        <translation>下次启动起关闭。</translation>
    </message>
</context>
<context>
    <name>simiao::admin::PluginsSection</name>
    <message>
        <source>Plugins</source>
        <translation>插件</translation>
    </message>
    <message>
        <source>No plugin is installed</source>
        <translation>未安装插件</translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation>请重新安装程序。</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>开启</translation>
    </message>
</context>
<context>
    <name>simiao::admin::ProblemTableModel</name>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
</context>
<context>
    <name>simiao::admin::RejectTableModel</name>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>现有内容</translation>
    </message>
    <message>
        <source>Why it is rejected</source>
        <translation>错误原因</translation>
    </message>
</context>
<context>
    <name>simiao::admin::RoleMatrixModel</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>simiao::admin::RolesSection</name>
    <message>
        <source>What each role may do</source>
        <translation>各角色的权限</translation>
    </message>
    <message>
        <source>Permissions of each role</source>
        <translation>各角色的权限</translation>
    </message>
    <message>
        <source>in the file rules/roles.json of the program. It counts from the next start on.</source>
        <translation>在程序的 rules/roles.json 文件中更改，下次启动起生效。</translation>
    </message>
    <message>
        <source>No permission is described</source>
        <translation>没有权限描述</translation>
    </message>
    <message>
        <source>Restore rules/roles.json of the program.</source>
        <translation>请恢复程序的 rules/roles.json。</translation>
    </message>
    <message>
        <source>Can be changed</source>
        <translation>更改方式</translation>
    </message>
</context>
<context>
    <name>simiao::admin::ScanTrial</name>
    <message>
        <source>Try the device</source>
        <translation>试用设备</translation>
    </message>
    <message>
        <source>Try %1</source>
        <translation>试用 %1</translation>
    </message>
    <message>
        <source>What it sends</source>
        <translation>收到的内容</translation>
    </message>
    <message>
        <source>scan a code or read a card now</source>
        <translation>现在请扫条码或读卡</translation>
    </message>
    <message>
        <source>Nothing received yet</source>
        <translation>尚未收到内容</translation>
    </message>
    <message>
        <source>It must send keys like a keyboard. Try it, then the keyboard by hand.</source>
        <translation>设备必须像键盘一样发送按键。先试设备，再用手敲键盘对比。</translation>
    </message>
    <message>
        <source>%1 characters; between two of them %2 ms, at most %3 ms.</source>
        <translation>%1 个字符；字符间隔平均 %2 毫秒，最长 %3 毫秒。</translation>
    </message>
    <message>
        <source>Recognised as a scanner</source>
        <translation>识别为扫码枪</translation>
    </message>
    <message>
        <source>Too short for a scanner</source>
        <translation>对扫码枪来说太短</translation>
    </message>
    <message>
        <source>As slow as a person</source>
        <translation>与手工输入一样慢</translation>
    </message>
    <message>
        <source>The prefix is missing</source>
        <translation>缺少前缀</translation>
    </message>
    <message>
        <source>The suffix is missing</source>
        <translation>缺少后缀</translation>
    </message>
</context>
<context>
    <name>simiao::admin::SettingBook</name>
    <message>
        <source>Nothing can be chosen</source>
        <translation>没有可选的设置</translation>
    </message>
    <message>
        <source>rules/settings.json of the program lists no setting.</source>
        <translation>程序的 rules/settings.json 中没有设置项。</translation>
    </message>
    <message>
        <source>as above</source>
        <translation>同上级</translation>
    </message>
</context>
<context>
    <name>simiao::admin::SettingDelegate</name>
    <message>
        <source>as above</source>
        <translation>同上级</translation>
    </message>
</context>
<context>
    <name>simiao::admin::SettingTableModel</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置项</translation>
    </message>
    <message>
        <source>Hospital</source>
        <translation>全院</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Counts for you</source>
        <translation>对您生效</translation>
    </message>
    <message>
        <source>as above</source>
        <translation>同上级</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>modern</source>
        <translation>现代键位</translation>
    </message>
    <message>
        <source>classic</source>
        <translation>传统键位</translation>
    </message>
    <message>
        <source>compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>comfortable</source>
        <translation>宽松</translation>
    </message>
</context>
<context>
    <name>simiao::admin::SettingsSection</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Enter on a cell chooses. Department: your own.</source>
        <translation>在单元格按 Enter 选择。科室指您所在的科室。</translation>
    </message>
    <message>
        <source>Enter on a cell chooses. Your account belongs to no department.</source>
        <translation>在单元格按 Enter 选择。您的账户不属于任何科室。</translation>
    </message>
</context>
<context>
    <name>simiao::admin::SetupSection</name>
    <message>
        <source>%1 of %2 finished</source>
        <translation>已完成 %1/%2</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation>恢复此步</translation>
    </message>
    <message>
        <source>Leave out for now</source>
        <translation>暂不进行</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>初始设置</translation>
    </message>
    <message>
        <source>Steps of the set-up</source>
        <translation>初始设置的步骤</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>试运行</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Save a template</source>
        <translation>保存模板</translation>
    </message>
    <message>
        <source>Add a department</source>
        <translation>添加科室</translation>
    </message>
    <message>
        <source>Export the rejects</source>
        <translation>导出有误的行</translation>
    </message>
    <message>
        <source>Sort the rejects by the next column</source>
        <translation>按下一列排序有误的行</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>simiao::admin::SetupTableModel</name>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What there is</source>
        <translation>现有内容</translation>
    </message>
    <message>
        <source>Until it is done</source>
        <translation>完成之前</translation>
    </message>
</context>
<context>
    <name>simiao::admin::SetupWords</name>
    <message>
        <source>Hospital</source>
        <translation>医院</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Drugs</source>
        <translation>药品</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Opening stock</source>
        <translation>期初库存</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>排班</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>in part</source>
        <translation>部分完成</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>暂不进行</translation>
    </message>
    <message>
        <source>no name yet</source>
        <translation>尚无名称</translation>
    </message>
    <message>
        <source>people: %1</source>
        <translation>人员：%1</translation>
    </message>
    <message>
        <source>%1; nobody yet for: %2</source>
        <translation>%1；尚无人员的岗位：%2</translation>
    </message>
    <message>
        <source>with a price: %1 of %2</source>
        <translation>有价格：%1/%2</translation>
    </message>
    <message>
        <source>in stock: %1 of %2 drugs, lots: %3</source>
        <translation>%2 种药品中 %1 种有库存，批次 %3</translation>
    </message>
    <message>
        <source>no half-hour</source>
        <translation>没有号段</translation>
    </message>
    <message>
        <source>half-hours up to %1</source>
        <translation>号段排到 %1</translation>
    </message>
    <message>
        <source>the last half-hour was on %1</source>
        <translation>最后一个号段在 %1</translation>
    </message>
    <message>
        <source>front desk</source>
        <translation>挂号</translation>
    </message>
    <message>
        <source>consulting room</source>
        <translation>门诊</translation>
    </message>
    <message>
        <source>pharmacy</source>
        <translation>药房</translation>
    </message>
    <message>
        <source>cashier</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>departments: %1</source>
        <translation>科室：%1</translation>
    </message>
    <message>
        <source>drugs: %1</source>
        <translation>药品：%1</translation>
    </message>
    <message>
        <source>Prints and lists do not say whose they are.</source>
        <translation>打印件和列表不显示医院名称。</translation>
    </message>
    <message>
        <source>Nobody can be checked in or called: queues belong to departments.</source>
        <translation>无法报到和叫号：候诊列表按科室建立。</translation>
    </message>
    <message>
        <source>No visit can pass the desks that nobody serves.</source>
        <translation>就诊无法通过没有人员的岗位。</translation>
    </message>
    <message>
        <source>Only the administrator can log in.</source>
        <translation>只有管理员能登录。</translation>
    </message>
    <message>
        <source>Physicians cannot order drugs.</source>
        <translation>医师无法开具药品。</translation>
    </message>
    <message>
        <source>There is no drug that could have a price.</source>
        <translation>还没有可以定价的药品。</translation>
    </message>
    <message>
        <source>Drugs without a price are charged at 0.00.</source>
        <translation>没有价格的药品按 0.00 收费。</translation>
    </message>
    <message>
        <source>The cashier cannot take payment for drugs that are not in stock.</source>
        <translation>没有库存的药品无法收费。</translation>
    </message>
    <message>
        <source>The cashier cannot take payment for drugs.</source>
        <translation>药品无法收费。</translation>
    </message>
    <message>
        <source>The front desk cannot check anybody in.</source>
        <translation>挂号处无法办理报到。</translation>
    </message>
    <message>
        <source>Prints and lists show it. Only the name is needed.</source>
        <translation>用于打印件和列表。只有名称必填。</translation>
    </message>
    <message>
        <source>One row a department. One on record gets the names, room and fee of the file.</source>
        <translation>每行一个科室。已建档的科室按文件更新名称、诊室和挂号费。</translation>
    </message>
    <message>
        <source>One row a person; departments come first. Everybody new gets the first password below and must choose another at the first log-in.</source>
        <translation>每行一人；须先有科室。新人员都使用下面的初始密码，首次登录时必须更换。</translation>
    </message>
    <message>
        <source>One row a product that the pharmacy carries. Let a pharmacist read the list before it is used.</source>
        <translation>每行一种药房经营的药品。使用前请药师核对清单。</translation>
    </message>
    <message>
        <source>New prices of drugs on record. The list of drugs brings the first ones.</source>
        <translation>已建档药品的新价格。首次价格由药品清单带入。</translation>
    </message>
    <message>
        <source>One row a lot, counted in smallest units; drugs come first. A lot on record is not counted anew.</source>
        <translation>每行一个批次，按最小单位计数；须先有药品。已建档的批次不会重新计数。</translation>
    </message>
    <message>
        <source>One row a session of a physician, cut into half-hours; staff and departments come first.</source>
        <translation>每行医师的一个出诊时段，按半小时切分；须先有人员和科室。</translation>
    </message>
</context>
<context>
    <name>simiao::admin::StepView</name>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Not added</source>
        <translation>未添加</translation>
    </message>
    <message>
        <source>Enter one person by hand</source>
        <translation>手工录入一人</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>Organisation code</source>
        <translation>医疗机构代码</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>诊室</translation>
    </message>
    <message>
        <source>Fee of a visit, yuan</source>
        <translation>挂号费（元）</translation>
    </message>
    <message>
        <source>One department by hand</source>
        <translation>手工录入一个科室</translation>
    </message>
</context>
<context>
    <name>simiao::admin::TestPrint</name>
    <message>
        <source>No test page</source>
        <translation>没有测试页</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>未打印</translation>
    </message>
    <message>
        <source>Printing the test page</source>
        <translation>正在打印测试页</translation>
    </message>
    <message>
        <source>On paper the frame is %1 mm from each edge; what differs is the offset.</source>
        <translation>纸上框线距各纸边应为 %1 毫米，相差多少即为偏移。</translation>
    </message>
    <message>
        <source>Sent to %1</source>
        <translation>已发送到 %1</translation>
    </message>
    <message>
        <source>Writing the test page</source>
        <translation>正在写入测试页</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Another computer</source>
        <translation>其他电脑</translation>
    </message>
    <message>
        <source>Whether it has the printer cannot be seen from here. A test page is printed on this one.</source>
        <translation>在此看不到那台电脑是否有该打印机。测试页在本机打印。</translation>
    </message>
    <message>
        <source>Printers not found</source>
        <translation>找不到打印机</translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation>未安装</translation>
    </message>
    <message>
        <source>The printer %1 is not installed on this computer.</source>
        <translation>本机未安装打印机 %1。</translation>
    </message>
</context>
<context>
    <name>simiao::admin::VersionTableModel</name>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>安装时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>安装人</translation>
    </message>
    <message>
        <source>Last act and reason</source>
        <translation>最近操作及理由</translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation>随程序提供</translation>
    </message>
</context>
<context>
    <name>simiao::admin::Words</name>
    <message>
        <source>active</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>hospital</source>
        <translation>全院</translation>
    </message>
    <message>
        <source>department</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>own choice</source>
        <translation>本人选择</translation>
    </message>
    <message>
        <source>workplace</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>back-end</source>
        <translation>后端</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>已加载</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
</context>
<context>
    <name>simiao::cashier::CashierPage</name>
    <message>
        <source>Take payment</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>Next way to pay</source>
        <translation>下一种支付方式</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
</context>
<context>
    <name>simiao::cashier::ChargeTableModel</name>
    <message>
        <source>Charge</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Amount, CNY</source>
        <translation>金额（元）</translation>
    </message>
</context>
<context>
    <name>simiao::cashier::ChargesPanel</name>
    <message>
        <source>Charges</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>%1 · visit %2</source>
        <translation>%1 · 就诊 %2</translation>
    </message>
    <message>
        <source>%1 by %2 at %3</source>
        <translation>%1，%2 于 %3 撤回</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Nothing of it is to be paid.</source>
        <translation>无需为其付费。</translation>
    </message>
</context>
<context>
    <name>simiao::cashier::PayableListModel</name>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
</context>
<context>
    <name>simiao::cashier::PaymentPanel</name>
    <message>
        <source>Payment</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>实收</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>the total, exactly</source>
        <translation>按合计金额</translation>
    </message>
    <message>
        <source>Paid. Receipt %1</source>
        <translation>已收费。收据 %1</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>尚差</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>no amount</source>
        <translation>金额无效</translation>
    </message>
    <message>
        <source>too much</source>
        <translation>金额过大</translation>
    </message>
</context>
<context>
    <name>simiao::cashier::ReceiptsPanel</name>
    <message>
        <source>Receipts of this visit</source>
        <translation>本次就诊的收据</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>医保</translation>
    </message>
    <message>
        <source>On record as payer: %1</source>
        <translation>登记的付费方式：%1</translation>
    </message>
    <message>
        <source>everything is self-paid</source>
        <translation>全部自费</translation>
    </message>
    <message>
        <source>Not connected:</source>
        <translation>未连接：</translation>
    </message>
</context>
<context>
    <name>simiao::cashier::Till</name>
    <message>
        <source>Receipt %1, change %2</source>
        <translation>收据 %1，找零 %2</translation>
    </message>
    <message>
        <source>Nobody at the till</source>
        <translation>未选择患者</translation>
    </message>
    <message>
        <source>Choose a visit at the left.</source>
        <translation>请在左侧选择一次就诊。</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>没有待缴费用</translation>
    </message>
    <message>
        <source>Visits appear here as soon as something is charged.</source>
        <translation>产生费用后，就诊会立即显示在此处。</translation>
    </message>
    <message>
        <source>No visit fits</source>
        <translation>没有匹配的就诊</translation>
    </message>
    <message>
        <source>Type less, or look by visit number.</source>
        <translation>请减少输入内容，或按就诊号查找。</translation>
    </message>
    <message>
        <source>Nothing open on this visit</source>
        <translation>本次就诊没有待缴费用</translation>
    </message>
    <message>
        <source>It may have been paid at another window.</source>
        <translation>可能已在其他窗口缴费。</translation>
    </message>
    <message>
        <source>What was charged has been withdrawn.</source>
        <translation>已计费的内容已被撤回。</translation>
    </message>
    <message>
        <source>No visit chosen</source>
        <translation>未选择就诊</translation>
    </message>
    <message>
        <source>Its receipts stand here.</source>
        <translation>收据显示在此处。</translation>
    </message>
    <message>
        <source>Nothing paid yet</source>
        <translation>尚未收费</translation>
    </message>
    <message>
        <source>&quot;Take payment&quot; settles what is open.</source>
        <translation>用“收费”结清未付项目。</translation>
    </message>
</context>
<context>
    <name>simiao::cashier::VisitsPanel</name>
    <message>
        <source>To pay</source>
        <translation>待缴费</translation>
    </message>
    <message>
        <source>Name, initials, MRN, visit</source>
        <translation>姓名、拼音首字母、病历号(MRN)、就诊号</translation>
    </message>
    <message>
        <source>Find a visit</source>
        <translation>查找就诊</translation>
    </message>
    <message>
        <source>Visits to pay</source>
        <translation>待缴费就诊</translation>
    </message>
</context>
<context>
    <name>simiao::cashier::Words</name>
    <message>
        <source>Cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>Bank card</source>
        <translation>银行卡</translation>
    </message>
    <message>
        <source>WeChat Pay</source>
        <translation>微信支付</translation>
    </message>
    <message>
        <source>Alipay</source>
        <translation>支付宝</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>医保</translation>
    </message>
    <message>
        <source>Self-pay</source>
        <translation>自费</translation>
    </message>
    <message>
        <source>Urban employee insurance</source>
        <translation>城镇职工医保</translation>
    </message>
    <message>
        <source>Resident insurance</source>
        <translation>城乡居民医保</translation>
    </message>
</context>
<context>
    <name>simiao::orders::ClockNotice</name>
    <message>
        <source>Clock %1 ahead</source>
        <translation>时钟快 %1</translation>
    </message>
    <message>
        <source>Clock %1 behind</source>
        <translation>时钟慢 %1</translation>
    </message>
    <message>
        <source>So are the times of what is ordered here. Ordering goes on; have IT set the clock.</source>
        <translation>在此开具的医嘱时间同样不准。可以继续开具；请信息科校准时钟。</translation>
    </message>
</context>
<context>
    <name>simiao::orders::IssueList</name>
    <message>
        <source>Reason for ordering it all the same</source>
        <translation>仍开此医嘱的理由</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Write several prescriptions</source>
        <translation>分开多张处方</translation>
    </message>
    <message>
        <source>Prescription %1</source>
        <translation>处方 %1</translation>
    </message>
</context>
<context>
    <name>simiao::orders::OrdersPanel</name>
    <message>
        <source>not understood: %1</source>
        <translation>无法识别：%1</translation>
    </message>
    <message>
        <source>no such drug: %1</source>
        <translation>没有此药品：%1</translation>
    </message>
    <message>
        <source>Allergies checked, rules %1.</source>
        <translation>已核查过敏史，规则 %1。</translation>
    </message>
    <message>
        <source>Allergies not checked: not asked for.</source>
        <translation>过敏史未核查：未询问。</translation>
    </message>
    <message>
        <source>Interactions, duplicates, dose limits and pregnancy: not checked.</source>
        <translation>相互作用、重复用药、剂量上限和妊娠：未核查。</translation>
    </message>
    <message>
        <source>Drug, dose, route, frequency, days in any order: amxl 0.5 po tid 7d</source>
        <translation>药品、剂量、途径、频次、天数，顺序不限：amxl 0.5 po tid 7d</translation>
    </message>
    <message>
        <source>Order line</source>
        <translation>医嘱行</translation>
    </message>
    <message>
        <source>Ordered drugs</source>
        <translation>已开药品</translation>
    </message>
    <message>
        <source>Rx %1: %2</source>
        <translation>处方%1：%2</translation>
    </message>
    <message>
        <source>Prescription rules %1 checked.</source>
        <translation>已核对处方规则 %1。</translation>
    </message>
    <message>
        <source>Rules not checked: %1 (see Safety).</source>
        <translation>未核对的规则：%1（见“安全”）。</translation>
    </message>
    <message>
        <source>%1 was returned by the pharmacy</source>
        <translation>处方 %1 被药房退回</translation>
    </message>
    <message>
        <source>Change the orders or let them stand, answer below, and sign again.</source>
        <translation>修改医嘱或维持原样，在下方答复，然后重新签名。</translation>
    </message>
    <message>
        <source>Answer: what you changed, or why it stands</source>
        <translation>答复：改了什么，或为何维持</translation>
    </message>
    <message>
        <source>Answer to the pharmacist</source>
        <translation>给药师的答复</translation>
    </message>
    <message>
        <source>When needed: x6 for at most six doses. =12 for the quantity, =2 and the pack&apos;s unit for packs. Enter takes the line.</source>
        <translation>必要时：x6 表示最多六次。=12 为总量，=2盒 为整包装。按 Enter 录入。</translation>
    </message>
</context>
<context>
    <name>simiao::orders::SafetyPanel</name>
    <message>
        <source>Not checked</source>
        <translation>未核查</translation>
    </message>
    <message>
        <source>Interactions, duplicates, dose limits, kidney function and pregnancy: no rules are installed for them.</source>
        <translation>相互作用、重复用药、剂量上限、肾功能和妊娠：未安装相应规则。</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>过敏史</translation>
    </message>
    <message>
        <source>Not asked for.</source>
        <translation>未询问。</translation>
    </message>
    <message>
        <source>Asked for, none known.</source>
        <translation>已询问，无已知过敏。</translation>
    </message>
    <message>
        <source>reaction not recorded</source>
        <translation>未记录反应</translation>
    </message>
</context>
<context>
    <name>simiao::outpatient::AllergyPanel</name>
    <message>
        <source>Allergy to %1 recorded.</source>
        <translation>已登记对%1过敏。</translation>
    </message>
    <message>
        <source>Recorded: no known allergies.</source>
        <translation>已登记：无已知过敏。</translation>
    </message>
    <message>
        <source>Marked as entered in error. It stays on record and counts no more.</source>
        <translation>已标记为登记有误。记录保留，不再参与核查。</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>未询问</translation>
    </message>
    <message>
        <source>Ask, then record what the patient says.</source>
        <translation>请询问患者并登记。</translation>
    </message>
    <message>
        <source>On record</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>No known allergies</source>
        <translation>无已知过敏</translation>
    </message>
    <message>
        <source>Record this allergy</source>
        <translation>登记此过敏</translation>
    </message>
    <message>
        <source>Entered in error</source>
        <translation>登记有误</translation>
    </message>
    <message>
        <source>Enter in the last field does the same</source>
        <translation>在最后一项按 Enter 效果相同</translation>
    </message>
    <message>
        <source>The patient was asked and knows of none</source>
        <translation>已询问，患者否认过敏</translation>
    </message>
    <message>
        <source>Delete in the list does the same</source>
        <translation>在列表中按 Delete 效果相同</translation>
    </message>
    <message>
        <source>Substance</source>
        <translation>过敏物</translation>
    </message>
    <message>
        <source>Reactions</source>
        <translation>反应</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>确定程度</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始时间</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Substance or drug, by name, pinyin or in own words</source>
        <translation>物质或药品：名称、拼音或自行描述</translation>
    </message>
    <message>
        <source>Space marks what happened; several may be marked</source>
        <translation>按空格标记发生过的反应，可多选</translation>
    </message>
    <message>
        <source>2015, 2015-03 or 2015-03-02, or empty</source>
        <translation>2015、2015-03 或 2015-03-02，可留空</translation>
    </message>
    <message>
        <source>Why it was entered in error; Enter marks it</source>
        <translation>登记有误的原因；按 Enter 标记</translation>
    </message>
    <message>
        <source>Allergies on record</source>
        <translation>已登记的过敏</translation>
    </message>
</context>
<context>
    <name>simiao::outpatient::ChartAgeLine</name>
    <message>
        <source>What you write is kept on this computer.</source>
        <translation>您写的内容保存在本机。</translation>
    </message>
</context>
<context>
    <name>simiao::outpatient::ConsultPage</name>
    <message>
        <source>Nobody waits.</source>
        <translation>暂无候诊患者。</translation>
    </message>
    <message>
        <source>Signed.</source>
        <translation>已签名。</translation>
    </message>
    <message>
        <source>Signed. Prescription %1 is with the pharmacy.</source>
        <translation>已签名。处方 %1 已送药房。</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>未签名</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Sign and finish</source>
        <translation>签名并完成</translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>叫下一位</translation>
    </message>
    <message>
        <source>Go to the queue</source>
        <translation>转到候诊</translation>
    </message>
    <message>
        <source>Go to what is missing</source>
        <translation>转到缺项</translation>
    </message>
    <message>
        <source>No patient is open.</source>
        <translation>未打开患者。</translation>
    </message>
    <message>
        <source>Prescription %1 was withdrawn.</source>
        <translation>处方 %1 已撤销。</translation>
    </message>
    <message>
        <source>Signed again. Prescription %1 is with the pharmacy.</source>
        <translation>已重新签名。处方 %1 已送药房。</translation>
    </message>
    <message>
        <source>Sign again</source>
        <translation>重新签名</translation>
    </message>
    <message>
        <source>Record allergy</source>
        <translation>登记过敏</translation>
    </message>
    <message>
        <source>Go to returned prescriptions</source>
        <translation>转到被退回的处方</translation>
    </message>
    <message>
        <source>Drafts: go to visits not signed</source>
        <translation>草稿：转到未签名的就诊</translation>
    </message>
    <message>
        <source>Discard the draft of a visit</source>
        <translation>丢弃就诊草稿</translation>
    </message>
    <message>
        <source>Take another template for the note</source>
        <translation>更换病历模板</translation>
    </message>
    <message>
        <source>Choose one in the queue and press Enter, or call the next.</source>
        <translation>在队列中选择一位并按回车，或呼叫下一位。</translation>
    </message>
    <message>
        <source>Show both versions</source>
        <translation>显示两个版本</translation>
    </message>
    <message>
        <source>Withdraw a prescription</source>
        <translation>撤回处方</translation>
    </message>
</context>
<context>
    <name>simiao::outpatient::DiagnosisPanel</name>
    <message>
        <source>The codes are still being read.</source>
        <translation>正在读取编码，请稍候。</translation>
    </message>
    <message>
        <source>No ICD-10 codes are installed. The administrator imports them with: simiao-cli import icd10 FILE</source>
        <translation>未安装 ICD-10 编码。请管理员执行以下命令导入：simiao-cli import icd10 FILE</translation>
    </message>
    <message>
        <source>1 main</source>
        <translation>1 主要</translation>
    </message>
    <message>
        <source>Code, name, pinyin or initials</source>
        <translation>编码、名称、拼音或首字母</translation>
    </message>
    <message>
        <source>Find diagnosis</source>
        <translation>查找诊断</translation>
    </message>
    <message>
        <source>Diagnoses</source>
        <translation>诊断</translation>
    </message>
</context>
<context>
    <name>simiao::outpatient::KeptLine</name>
    <message>
        <source>Kept</source>
        <translation>已保留</translation>
    </message>
    <message>
        <source>What you wrote for this visit and was not taken into its note.</source>
        <translation>您为本次就诊书写、未采用到病历中的内容。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Kept texts</source>
        <translation>保留的内容</translation>
    </message>
    <message>
        <source>Discard these texts</source>
        <translation>丢弃这些内容</translation>
    </message>
</context>
<context>
    <name>simiao::outpatient::NotePanel</name>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Can be changed until something is written</source>
        <translation>开始书写之前可以更换</translation>
    </message>
</context>
<context>
    <name>simiao::outpatient::OpenWorkPanel</name>
    <message>
        <source>Returned %1</source>
        <translation>被退回 %1</translation>
    </message>
    <message>
        <source>Sections %1, diagnoses %2, drugs %3</source>
        <translation>病历 %1 项，诊断 %2 个，药品 %3 种</translation>
    </message>
    <message>
        <source>Not signed %1</source>
        <translation>未签名 %1</translation>
    </message>
    <message>
        <source>The pharmacy has returned nothing.</source>
        <translation>药房没有退回的处方。</translation>
    </message>
    <message>
        <source>No visit of an earlier day waits for a signature.</source>
        <translation>没有以前未签名的就诊。</translation>
    </message>
    <message>
        <source>Discard for good?</source>
        <translation>确定丢弃？</translation>
    </message>
    <message>
        <source>What was written for this visit cannot be brought back.</source>
        <translation>为本次就诊书写的内容将无法恢复。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>The draft was discarded.</source>
        <translation>草稿已丢弃。</translation>
    </message>
</context>
<context>
    <name>simiao::outpatient::PresenceBadge</name>
    <message>
        <source>Dr %1 is writing here</source>
        <translation>%1医生正在此处书写</translation>
    </message>
    <message>
        <source>Dr %1 is writing here (%2)</source>
        <translation>%1医生正在此处书写（%2）</translation>
    </message>
    <message>
        <source>Both may sign; who signs second sees both versions.</source>
        <translation>双方都可签署；后签署者会看到两个版本。</translation>
    </message>
</context>
<context>
    <name>simiao::outpatient::QueueModel</name>
    <message>
        <source>Sent for tests %1</source>
        <translation>检查中 %1</translation>
    </message>
    <message>
        <source>Done %1</source>
        <translation>已就诊 %1</translation>
    </message>
    <message>
        <source>in room</source>
        <translation>就诊中</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
</context>
<context>
    <name>simiao::outpatient::QueuePanel</name>
    <message>
        <source>Nobody waits.</source>
        <translation>暂无候诊患者。</translation>
    </message>
    <message>
        <source>Patients appear here as the front desk checks them in.</source>
        <translation>挂号处为患者挂号后，患者会显示在此处。</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>候诊</translation>
    </message>
    <message>
        <source>Waiting %1 · done %2</source>
        <translation>候诊 %1 · 已就诊 %2</translation>
    </message>
</context>
<context>
    <name>simiao::outpatient::ReturnedWatch</name>
    <message>
        <source>Returned by the pharmacist: %1. Open the visit; what to change stands with its orders.</source>
        <translation>药师退回：%1。请打开该就诊，修改意见见医嘱处。</translation>
    </message>
</context>
<context>
    <name>simiao::outpatient::SideWidth</name>
    <message>
        <source>Narrow</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Widen</source>
        <translation>加宽</translation>
    </message>
    <message>
        <source>The side panel takes all of the visit, and gives it back (%1)</source>
        <translation>侧栏占满就诊页面，再按还原（%1）</translation>
    </message>
</context>
<context>
    <name>simiao::outpatient::TimelinePanel</name>
    <message>
        <source>Earlier visits</source>
        <translation>既往就诊</translation>
    </message>
    <message>
        <source>No earlier visit is on record here.</source>
        <translation>此处没有既往就诊记录。</translation>
    </message>
    <message>
        <source>Visits at other hospitals are not connected.</source>
        <translation>未连接其他医院的就诊记录。</translation>
    </message>
</context>
<context>
    <name>simiao::outpatient::VisitConflict</name>
    <message>
        <source>Signed by %1, %2, with the same words.</source>
        <translation>%1 已于 %2 签署，内容相同。</translation>
    </message>
    <message>
        <source>%1 signed this visit at %2 while you were writing. Both versions stay: choose what holds. What is not taken of yours is kept beside the visit.</source>
        <translation>您书写期间，%1 已于 %2 签署本次就诊。两个版本都会保留：请选择以哪个为准。您未被采用的内容保留在就诊旁。</translation>
    </message>
    <message>
        <source>Signed by %1, %2</source>
        <translation>%1 签署，%2</translation>
    </message>
    <message>
        <source>Written by %1, not signed</source>
        <translation>%1 书写，未签署</translation>
    </message>
    <message>
        <source>Sign as next version</source>
        <translation>签署为新版本</translation>
    </message>
    <message>
        <source>The visit stays as it was signed.</source>
        <translation>就诊保持已签署的内容。</translation>
    </message>
    <message>
        <source>Signed as the next version of the note.</source>
        <translation>已签署为病历的新版本。</translation>
    </message>
    <message>
        <source>Order line</source>
        <translation>医嘱输入行</translation>
    </message>
    <message>
        <source>Answer to the pharmacist</source>
        <translation>给药师的答复</translation>
    </message>
    <message>
        <source>Drugs</source>
        <translation>药品</translation>
    </message>
</context>
<context>
    <name>simiao::outpatient::VisitView</name>
    <message>
        <source>signed</source>
        <translation>已签名</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>完整</translation>
    </message>
    <message numerus="yes">
        <source>%n still missing</source>
        <translation>
            <numerusform>还缺 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>by %1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签名</translation>
    </message>
    <message>
        <source>It can only be read: a signed note is never changed. What is to be added is written into the note of the next visit.</source>
        <translation>只读：已签名的病历不再改动。需要补充的内容写入下次就诊的病历。</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>转到%1</translation>
    </message>
    <message>
        <source>by %1, %2. What you wrote is kept and not part of it.</source>
        <translation>由 %1 签署，%2。您写的内容已保留，未包含在内。</translation>
    </message>
    <message>
        <source>Show both versions</source>
        <translation>显示两个版本</translation>
    </message>
    <message>
        <source>Already signed</source>
        <translation>本次就诊已签署</translation>
    </message>
</context>
<context>
    <name>simiao::outpatient::WithdrawDialog</name>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Withdraw a prescription</source>
        <translation>撤回处方</translation>
    </message>
    <message>
        <source>Why; the pharmacist reads it</source>
        <translation>原因；药师会看到</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Prescription</source>
        <translation>处方</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>It leaves pharmacy and till at once, and they are told by whom.</source>
        <translation>处方立即从药房和收费处撤下，并注明撤回人。</translation>
    </message>
</context>
<context>
    <name>simiao::outpatient::Withdrawing</name>
    <message>
        <source>No prescription of this visit can be withdrawn.</source>
        <translation>本次就诊没有可撤回的处方。</translation>
    </message>
    <message>
        <source>Prescription %1 was withdrawn.</source>
        <translation>处方 %1 已撤回。</translation>
    </message>
</context>
<context>
    <name>simiao::outpatient::WithdrawnLine</name>
    <message>
        <source>Prescription %1 by %2, %3: %4</source>
        <translation>处方 %1，%2 于 %3 撤回：%4</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Nothing of it is dispensed: %1</source>
        <translation>不再发药：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>simiao::pharmacy::ChecksPanel</name>
    <message>
        <source>Checks</source>
        <translation>核查</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Four checks, ten matches</source>
        <translation>四查十对</translation>
    </message>
    <message>
        <source>Prescription: department, name, age</source>
        <translation>查处方：对科别、姓名、年龄</translation>
    </message>
    <message>
        <source>Drug: name, form, strength, quantity</source>
        <translation>查药品：对药名、剂型、规格、数量</translation>
    </message>
    <message>
        <source>Compatibility: appearance, usage and dose</source>
        <translation>查配伍禁忌：对药品性状、用法用量</translation>
    </message>
    <message>
        <source>Rationale: clinical diagnosis</source>
        <translation>查用药合理性：对临床诊断</translation>
    </message>
    <message>
        <source>Interactions: not checked</source>
        <translation>相互作用：未核查</translation>
    </message>
    <message>
        <source>Duplicates and dose limits: not checked. No knowledge base is connected.</source>
        <translation>重复用药和剂量上限：未核查。未连接知识库。</translation>
    </message>
    <message>
        <source>Rules %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <source>Allergy</source>
        <translation>过敏</translation>
    </message>
    <message>
        <source>Allergies: nothing found</source>
        <translation>过敏史：未发现问题</translation>
    </message>
    <message>
        <source>Of the prescription&apos;s drugs, shown here.</source>
        <translation>此处显示处方所开药品的库存。</translation>
    </message>
    <message>
        <source>Allergies: not checked</source>
        <translation>过敏史：未核查</translation>
    </message>
    <message>
        <source>The patient was not asked for any.</source>
        <translation>未询问患者过敏史。</translation>
    </message>
    <message>
        <source>On record: %1</source>
        <translation>记录：%1</translation>
    </message>
    <message>
        <source>%1: %2 %3, %4 promised</source>
        <translation>%1：库存 %2 %3，已预留 %4</translation>
    </message>
    <message>
        <source>Signed again</source>
        <translation>重新签名</translation>
    </message>
    <message>
        <source>You asked: %1</source>
        <translation>您的意见：%1</translation>
    </message>
</context>
<context>
    <name>simiao::pharmacy::Counter</name>
    <message>
        <source>%1 passed</source>
        <translation>%1 审方通过</translation>
    </message>
    <message>
        <source>%1 returned to the doctor</source>
        <translation>%1 已退回医师</translation>
    </message>
    <message>
        <source>%1 dispensed</source>
        <translation>%1 已调配</translation>
    </message>
    <message>
        <source>%1 handed over</source>
        <translation>%1 已发放</translation>
    </message>
    <message>
        <source>No prescription in hand</source>
        <translation>未选择处方</translation>
    </message>
    <message>
        <source>Choose one at the left, or scan its number.</source>
        <translation>请在左侧选择处方，或扫描处方号。</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>没有待处理的处方</translation>
    </message>
    <message>
        <source>Prescriptions appear here as soon as they are signed.</source>
        <translation>医师签名后，处方会立即显示在此处。</translation>
    </message>
    <message>
        <source>No prescription fits</source>
        <translation>没有匹配的处方</translation>
    </message>
    <message>
        <source>Type less, or scan the number.</source>
        <translation>请减少输入内容，或扫描处方号。</translation>
    </message>
</context>
<context>
    <name>simiao::pharmacy::LineTableModel</name>
    <message>
        <source>%1 · reason: %2</source>
        <translation>%1 · 理由：%2</translation>
    </message>
    <message>
        <source>Drug</source>
        <translation>药品</translation>
    </message>
    <message>
        <source>How it is taken</source>
        <translation>用法用量</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
</context>
<context>
    <name>simiao::pharmacy::LotTableModel</name>
    <message>
        <source>Drug</source>
        <translation>药品</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>批号</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
</context>
<context>
    <name>simiao::pharmacy::PharmacyPage</name>
    <message>
        <source>Pass</source>
        <translation>审方通过</translation>
    </message>
    <message>
        <source>Dispense</source>
        <translation>调配</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>发放</translation>
    </message>
    <message>
        <source>Return to the doctor</source>
        <translation>退回医师</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
</context>
<context>
    <name>simiao::pharmacy::SheetFacts</name>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Sex, age</source>
        <translation>性别、年龄</translation>
    </message>
    <message>
        <source>MRN</source>
        <translation>病历号(MRN)</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Prescriber</source>
        <translation>开方医师</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>签名时间</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>过敏史</translation>
    </message>
    <message>
        <source>none recorded for this visit</source>
        <translation>本次就诊未记录</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>未询问</translation>
    </message>
    <message>
        <source>none known</source>
        <translation>无已知过敏</translation>
    </message>
</context>
<context>
    <name>simiao::pharmacy::SheetPanel</name>
    <message>
        <source>Prescription</source>
        <translation>处方</translation>
    </message>
    <message>
        <source>To the doctor</source>
        <translation>致医师</translation>
    </message>
    <message>
        <source>What should be changed, and why</source>
        <translation>需修改的内容及原因</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>处方明细</translation>
    </message>
    <message>
        <source>Lots</source>
        <translation>批号</translation>
    </message>
    <message>
        <source>Amount ¥%1</source>
        <translation>金额 ¥%1</translation>
    </message>
    <message>
        <source>Take from these lots, first expiring first</source>
        <translation>从以下批号取药，近效期先出</translation>
    </message>
    <message>
        <source>Taken from these lots</source>
        <translation>已从以下批号取药</translation>
    </message>
    <message>
        <source>Cannot be dispensed</source>
        <translation>无法调配</translation>
    </message>
    <message>
        <source>Enter returns the prescription with these words. Esc closes, the words stay.</source>
        <translation>回车以此意见退回处方。Esc 关闭，文字保留。</translation>
    </message>
    <message>
        <source>by %1 at %2. Nothing of it is to be dispensed.</source>
        <translation>由 %1 于 %2 撤回。不得再发药。</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
</context>
<context>
    <name>simiao::pharmacy::Words</name>
    <message>
        <source>Ordinary prescription</source>
        <translation>普通处方</translation>
    </message>
    <message>
        <source>Emergency prescription</source>
        <translation>急诊处方</translation>
    </message>
    <message>
        <source>Paediatric prescription</source>
        <translation>儿科处方</translation>
    </message>
    <message>
        <source>Narcotic and psychotropic I prescription</source>
        <translation>麻醉药品和第一类精神药品处方</translation>
    </message>
    <message>
        <source>Psychotropic II prescription</source>
        <translation>第二类精神药品处方</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>待审方</translation>
    </message>
    <message>
        <source>passed, waits for payment</source>
        <translation>已通过，待缴费</translation>
    </message>
    <message>
        <source>paid, to dispense</source>
        <translation>已缴费，待调配</translation>
    </message>
    <message>
        <source>dispensed, to hand over</source>
        <translation>已调配，待发放</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>已发放</translation>
    </message>
    <message>
        <source>returned to the doctor</source>
        <translation>已退回医师</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>at most %1 times</source>
        <translation>最多 %1 次</translation>
    </message>
</context>
<context>
    <name>simiao::pharmacy::WorkListModel</name>
    <message>
        <source>To review %1</source>
        <translation>待审方 %1</translation>
    </message>
    <message>
        <source>To dispense %1</source>
        <translation>待调配 %1</translation>
    </message>
    <message>
        <source>To hand over %1</source>
        <translation>待发放 %1</translation>
    </message>
    <message>
        <source>Withdrawn %1</source>
        <translation>已撤回 %1</translation>
    </message>
</context>
<context>
    <name>simiao::pharmacy::WorklistPanel</name>
    <message>
        <source>Prescriptions</source>
        <translation>处方</translation>
    </message>
    <message>
        <source>Name, initials, MRN, number</source>
        <translation>姓名、拼音首字母、病历号(MRN)、处方号</translation>
    </message>
    <message>
        <source>Find a prescription</source>
        <translation>查找处方</translation>
    </message>
</context>
<context>
    <name>simiao::records::BreakGlassPanel</name>
    <message>
        <source>An emergency: the person needs help now</source>
        <translation>急救：患者此刻需要救治</translation>
    </message>
    <message>
        <source>I stand in for the treating colleague</source>
        <translation>我代替经治同事</translation>
    </message>
    <message>
        <source>A colleague asked for my opinion</source>
        <translation>同事请我会诊</translation>
    </message>
    <message>
        <source>The person asked me to look</source>
        <translation>患者本人要求查看</translation>
    </message>
    <message>
        <source>This record is restricted</source>
        <translation>该病历受限</translation>
    </message>
    <message>
        <source>You have no visit of this person. You may open the record for one of these reasons; who opened it, when and why stands in the audit trail and is looked at.</source>
        <translation>您没有该患者的就诊。可因下列理由之一打开病历；打开人、时间和理由会记入审计并受核查。</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>打开病历</translation>
    </message>
</context>
<context>
    <name>simiao::records::History</name>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Drug (other hospital)</source>
        <translation>用药（外院）</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>检查检验结果</translation>
    </message>
    <message>
        <source>Note, entered in error</source>
        <translation>病历（录入错误）</translation>
    </message>
    <message>
        <source>Note, replaced by a later version</source>
        <translation>病历（已有新版本）</translation>
    </message>
</context>
<context>
    <name>simiao::records::HistoryModel</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>simiao::records::RecordsPage</name>
    <message>
        <source>Find a patient</source>
        <translation>查找患者</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Nothing is on record of this person here.</source>
        <translation>此处没有该患者的记录。</translation>
    </message>
    <message>
        <source>Records of other hospitals are not connected.</source>
        <translation>未接入其他医院的记录。</translation>
    </message>
    <message>
        <source>The record is restricted now.</source>
        <translation>病历已受限。</translation>
    </message>
    <message>
        <source>The record is open again.</source>
        <translation>已解除限制。</translation>
    </message>
    <message>
        <source>No record is open.</source>
        <translation>未打开病历。</translation>
    </message>
    <message>
        <source>Look for a person at the left and press Enter.</source>
        <translation>请在左侧查找患者并按回车。</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Lift the restriction</source>
        <translation>解除限制</translation>
    </message>
    <message>
        <source>Restrict the record</source>
        <translation>限制病历</translation>
    </message>
    <message>
        <source>History</source>
        <translation>既往记录</translation>
    </message>
    <message>
        <source>Who opened this record</source>
        <translation>病历调阅记录</translation>
    </message>
    <message>
        <source>Name, pinyin, MRN, ID, end of phone</source>
        <translation>姓名、拼音、病历号、证件号、电话末几位</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>simiao::records::TrailModel</name>
    <message>
        <source>opened</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>opened with a reason</source>
        <translation>说明理由后打开</translation>
    </message>
    <message>
        <source>restriction changed</source>
        <translation>更改限制</translation>
    </message>
    <message>
        <source>visit signed</source>
        <translation>签署就诊</translation>
    </message>
    <message>
        <source>unknown account</source>
        <translation>未知账户</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>simiao::registration::ClinicDay</name>
    <message>
        <source>No clinic for the rest of the day</source>
        <translation>今日余下时间没有门诊</translation>
    </message>
    <message>
        <source>Plan half-hours, or book for another day.</source>
        <translation>请安排时段，或预约其他日期。</translation>
    </message>
</context>
<context>
    <name>simiao::registration::DetailsPanel</name>
    <message>
        <source>New patient</source>
        <translation>新患者</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>MRN %1</source>
        <translation>病历号(MRN) %1</translation>
    </message>
    <message>
        <source>No patient chosen</source>
        <translation>未选择患者</translation>
    </message>
    <message>
        <source>Find one at the left, or begin with &quot;New patient&quot;.</source>
        <translation>在左侧查找，或从“新建患者”开始。</translation>
    </message>
</context>
<context>
    <name>simiao::registration::FindPanel</name>
    <message>
        <source>Find a patient</source>
        <translation>查找患者</translation>
    </message>
    <message>
        <source>Name, initials, MRN, ID, phone</source>
        <translation>姓名、拼音首字母、病历号(MRN)、身份证号、电话</translation>
    </message>
    <message>
        <source>Patients found</source>
        <translation>找到的患者</translation>
    </message>
</context>
<context>
    <name>simiao::registration::FrontDesk</name>
    <message>
        <source>%1 checked in: number %2</source>
        <translation>%1 已挂号：%2 号</translation>
    </message>
    <message>
        <source>No patient chosen</source>
        <translation>未选择患者</translation>
    </message>
    <message>
        <source>Visits of the patient stand here.</source>
        <translation>患者的就诊记录显示在此处。</translation>
    </message>
    <message>
        <source>No visits yet</source>
        <translation>暂无就诊记录</translation>
    </message>
    <message>
        <source>This is the first.</source>
        <translation>本次为首次就诊。</translation>
    </message>
</context>
<context>
    <name>simiao::registration::PatientFacts</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>付费方式</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>未登记</translation>
    </message>
    <message>
        <source>Visit %1, %2.</source>
        <translation>就诊号 %1，%2。</translation>
    </message>
    <message>
        <source>Already checked in today</source>
        <translation>今日已挂号</translation>
    </message>
</context>
<context>
    <name>simiao::registration::PatientFields</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>付费方式</translation>
    </message>
    <message>
        <source>18 characters, or empty</source>
        <translation>18 位，或留空</translation>
    </message>
    <message>
        <source>1981-03-14 or 19810314</source>
        <translation>1981-03-14 或 19810314</translation>
    </message>
    <message>
        <source>On record</source>
        <translation>已建档</translation>
    </message>
    <message>
        <source>This identity number belongs to %1, MRN %2.</source>
        <translation>该身份证号属于 %1，病历号(MRN) %2。</translation>
    </message>
    <message>
        <source>Open this patient</source>
        <translation>打开该患者</translation>
    </message>
</context>
<context>
    <name>simiao::registration::PatientForm</name>
    <message>
        <source>No possible birth date: type 1981-03-14 or 19810314</source>
        <translation>出生日期无效：请按 1981-03-14 或 19810314 的格式输入</translation>
    </message>
    <message>
        <source>The identity number says %1</source>
        <translation>身份证号对应的是 %1</translation>
    </message>
    <message>
        <source>none on record</source>
        <translation>未登记</translation>
    </message>
    <message>
        <source>check digit right</source>
        <translation>校验位正确</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>有误</translation>
    </message>
</context>
<context>
    <name>simiao::registration::RegistrationPage</name>
    <message>
        <source>Register and queue</source>
        <translation>挂号并候诊</translation>
    </message>
    <message>
        <source>New patient</source>
        <translation>新建患者</translation>
    </message>
    <message>
        <source>Clear the form</source>
        <translation>清空表单</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Go to the patient</source>
        <translation>转到患者</translation>
    </message>
    <message>
        <source>Go to the half-hours</source>
        <translation>转到时段</translation>
    </message>
    <message>
        <source>Show numbers in full</source>
        <translation>显示完整号码</translation>
    </message>
    <message>
        <source>Identity and phone number of this patient; who looks is recorded</source>
        <translation>该患者的证件号和电话；查看有记录</translation>
    </message>
</context>
<context>
    <name>simiao::registration::SlipPanel</name>
    <message>
        <source>Slip</source>
        <translation>挂号单</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>就诊记录</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>就诊号</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Physician</source>
        <translation>医师</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>No slip yet</source>
        <translation>尚无挂号单</translation>
    </message>
    <message>
        <source>¥%1, to pay at the cashier</source>
        <translation>¥%1，请到收费处缴费</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Choose a patient and a half-hour, then &quot;Register and queue&quot;.</source>
        <translation>请选择患者和时段，然后点“挂号并候诊”。</translation>
    </message>
</context>
<context>
    <name>simiao::registration::SlotListModel</name>
    <message>
        <source>%1 of %2 free</source>
        <translation>余 %1/%2</translation>
    </message>
    <message>
        <source>full</source>
        <translation>已满</translation>
    </message>
</context>
<context>
    <name>simiao::registration::SlotPanel</name>
    <message>
        <source>Clinic and half-hour</source>
        <translation>门诊与时段</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Half-hours</source>
        <translation>时段</translation>
    </message>
</context>
<context>
    <name>simiao::registration::Words</name>
    <message>
        <source>Self-pay</source>
        <translation>自费</translation>
    </message>
    <message>
        <source>Urban employee insurance</source>
        <translation>城镇职工医保</translation>
    </message>
    <message>
        <source>Resident insurance</source>
        <translation>城乡居民医保</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>候诊</translation>
    </message>
    <message>
        <source>with the physician</source>
        <translation>就诊中</translation>
    </message>
    <message>
        <source>sent for tests</source>
        <translation>检查检验中</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>entered in error</source>
        <translation>误录</translation>
    </message>
    <message>
        <source>Has %1 of 18 characters</source>
        <translation>已输入 %1 位，应为 18 位</translation>
    </message>
    <message>
        <source>Character %1 is not a digit (only the last may be X)</source>
        <translation>第 %1 位不是数字（仅最后一位可为 X）</translation>
    </message>
    <message>
        <source>Characters 7 to 14 are no possible birth date</source>
        <translation>第 7 至 14 位不是有效的出生日期</translation>
    </message>
    <message>
        <source>The last character does not fit the others: a digit is mistyped</source>
        <translation>最后一位与其他位不符：有数字输错</translation>
    </message>
</context>
<context>
    <name>simiao::sdk</name>
    <message>
        <source>general knowledge</source>
        <translation>一般医学知识</translation>
    </message>
</context>
<context>
    <name>simiao::sdk::AllergyWords</name>
    <message>
        <source>anaphylaxis</source>
        <translation>过敏性休克</translation>
    </message>
    <message>
        <source>laryngeal oedema</source>
        <translation>喉头水肿</translation>
    </message>
    <message>
        <source>angioedema</source>
        <translation>血管性水肿</translation>
    </message>
    <message>
        <source>bronchospasm</source>
        <translation>支气管痉挛</translation>
    </message>
    <message>
        <source>Stevens-Johnson syndrome</source>
        <translation>重症多形红斑</translation>
    </message>
    <message>
        <source>drug reaction with eosinophilia</source>
        <translation>药物超敏反应综合征</translation>
    </message>
    <message>
        <source>urticaria</source>
        <translation>荨麻疹</translation>
    </message>
    <message>
        <source>rash</source>
        <translation>皮疹</translation>
    </message>
    <message>
        <source>itching</source>
        <translation>瘙痒</translation>
    </message>
    <message>
        <source>drug fever</source>
        <translation>药物热</translation>
    </message>
    <message>
        <source>positive skin test</source>
        <translation>皮试阳性</translation>
    </message>
    <message>
        <source>nausea, vomiting or diarrhoea</source>
        <translation>恶心、呕吐或腹泻</translation>
    </message>
    <message>
        <source>reaction not known</source>
        <translation>反应不详</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>low risk</source>
        <translation>低风险</translation>
    </message>
    <message>
        <source>high risk</source>
        <translation>高风险</translation>
    </message>
    <message>
        <source>risk not assessed</source>
        <translation>风险未评估</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>未证实</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已证实</translation>
    </message>
    <message>
        <source>entered in error</source>
        <translation>登记有误</translation>
    </message>
</context>
<context>
    <name>simiao::sdk::BannerSummary</name>
    <message>
        <source>M</source>
        <translation>男</translation>
    </message>
    <message>
        <source>F</source>
        <translation>女</translation>
    </message>
    <message>
        <source>other sex</source>
        <translation>其他性别</translation>
    </message>
    <message>
        <source>sex unknown</source>
        <translation>性别不详</translation>
    </message>
    <message>
        <source>age unknown</source>
        <translation>年龄不详</translation>
    </message>
    <message>
        <source>%1y</source>
        <translation>%1岁</translation>
    </message>
    <message>
        <source>%1y %2m</source>
        <translation>%1岁%2个月</translation>
    </message>
    <message>
        <source>%1m %2d</source>
        <translation>%1个月%2天</translation>
    </message>
    <message>
        <source>%1d</source>
        <translation>%1天</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>sex, age</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Self-pay</source>
        <translation>自费</translation>
    </message>
    <message>
        <source>Urban employee insurance</source>
        <translation>城镇职工医保</translation>
    </message>
    <message>
        <source>Resident insurance</source>
        <translation>城乡居民医保</translation>
    </message>
    <message>
        <source>Allergy: %1</source>
        <translation>过敏：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>allergy: substance, reaction</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>No known allergies</source>
        <translation>无已知过敏</translation>
    </message>
    <message>
        <source>Allergies not asked</source>
        <translation>未询问过敏史</translation>
    </message>
    <message>
        <source>weight not recorded</source>
        <translation>未记录体重</translation>
    </message>
</context>
<context>
    <name>simiao::sdk::ClockWords</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
</context>
<context>
    <name>simiao::sdk::KnownState</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>simiao::sdk::PatientSearch</name>
    <message>
        <source>Nobody looked for yet</source>
        <translation>尚未查找</translation>
    </message>
    <message>
        <source>Type name, initials, MRN, identity number or the end of the phone number.</source>
        <translation>请输入姓名、拼音首字母、病历号(MRN)、身份证号或电话号码末几位。</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>未找到患者</translation>
    </message>
    <message>
        <source>Check the spelling, or look for another part of it.</source>
        <translation>请检查拼写，或输入其他部分。</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>显示更多</translation>
    </message>
    <message>
        <source>Type on to find fewer.</source>
        <translation>继续输入可缩小范围。</translation>
    </message>
</context>
<context>
    <name>simiao::sdk::PersonWords</name>
    <message>
        <source>Male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不详</translation>
    </message>
    <message>
        <source>%1y</source>
        <translation>%1岁</translation>
    </message>
    <message>
        <source>%1m</source>
        <translation>%1个月</translation>
    </message>
    <message>
        <source>%1d</source>
        <translation>%1天</translation>
    </message>
    <message>
        <source>Restricted record</source>
        <translation>受限病历</translation>
    </message>
    <message>
        <source>VIP: restricted record</source>
        <translation>特殊身份：受限病历</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>simiao::sdk::ProfileMark</name>
    <message>
        <source>DEMO – invented patients</source>
        <translation>演示 – 虚构患者</translation>
    </message>
    <message>
        <source>TRAINING – not real patients</source>
        <translation>培训 – 非真实患者</translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>TRAINING</source>
        <translation>培训</translation>
    </message>
</context>
<context>
    <name>simiao::sdk::VersionsDialog</name>
    <message>
        <source>Two versions</source>
        <translation>两个版本</translation>
    </message>
    <message>
        <source>The same in both: %1</source>
        <translation>两者相同：%1</translation>
    </message>
    <message>
        <source>All as signed</source>
        <translation>全部用已签署的</translation>
    </message>
    <message>
        <source>All mine</source>
        <translation>全部用我的</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message numerus="yes">
        <source>%n to choose</source>
        <translation>
            <numerusform>还有 %n 项待选择</numerusform>
        </translation>
    </message>
    <message>
        <source>Already signed</source>
        <translation>本次就诊已签署</translation>
    </message>
</context>
<context>
    <name>simiao::sdk::VersionsRow</name>
    <message>
        <source>%1, signed</source>
        <translation>%1，已签署</translation>
    </message>
    <message>
        <source>%1, yours</source>
        <translation>%1，您写的</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Leave as signed</source>
        <translation>保持已签署内容</translation>
    </message>
    <message>
        <source>As signed</source>
        <translation>用已签署的</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>用我的</translation>
    </message>
    <message>
        <source>Add mine</source>
        <translation>追加我的</translation>
    </message>
    <message>
        <source>Both, mine below</source>
        <translation>两者都要，我的在下</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>有不同</translation>
    </message>
</context>
<context>
    <name>simiao::shell</name>
    <message>
        <source>Dark theme</source>
        <translation>深色主题</translation>
    </message>
    <message>
        <source>High-contrast theme</source>
        <translation>高对比度主题</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色主题</translation>
    </message>
</context>
<context>
    <name>simiao::shell::AboutPlugins</name>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>已加载</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>workplace</source>
        <translation>工作站</translation>
    </message>
    <message>
        <source>back-end</source>
        <translation>后端</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>About plugins · Simiao %1</source>
        <translation>关于插件 · Simiao %1</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>返回 (Esc)</translation>
    </message>
    <message>
        <source>Plugins</source>
        <translation>插件</translation>
    </message>
    <message>
        <source>Plugin</source>
        <translation>插件</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>key clash</source>
        <translation>键位冲突</translation>
    </message>
    <message>
        <source>%1 runs %2; %3 is reached through the palette.</source>
        <translation>%1 执行 %2；%3 可通过命令面板执行。</translation>
    </message>
</context>
<context>
    <name>simiao::shell::CommandPalette</name>
    <message>
        <source>not available now</source>
        <translation>当前不可用</translation>
    </message>
    <message>
        <source>Find any action: name, Chinese or pinyin</source>
        <translation>查找任意操作：名称、汉字或拼音</translation>
    </message>
    <message>
        <source>Find any action</source>
        <translation>查找任意操作</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>No action here is called that.</source>
        <translation>这里没有叫这个名字的操作。</translation>
    </message>
</context>
<context>
    <name>simiao::shell::DemoHint</name>
    <message>
        <source>Demonstration with invented patients.</source>
        <translation>演示环境，患者均为虚构。</translation>
    </message>
    <message>
        <source>Password of every account: %1</source>
        <translation>所有账号的密码：%1</translation>
    </message>
</context>
<context>
    <name>simiao::shell::FirstRunPage</name>
    <message>
        <source>Welcome to Simiao</source>
        <translation>欢迎使用 Simiao</translation>
    </message>
    <message>
        <source>This hospital has no account yet. The first one is the administrator&apos;s: she lets the others in and sets everything else up.</source>
        <translation>本院尚无账户。第一个账户属于管理员，由其为他人开通账户并完成其余设置。</translation>
    </message>
    <message>
        <source>Log-in name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输入一次</translation>
    </message>
    <message>
        <source>Make the administrator&apos;s account</source>
        <translation>建立管理员账户</translation>
    </message>
    <message>
        <source>Or look at the demonstration clinic, with invented patients</source>
        <translation>或查看演示诊所（虚构患者）</translation>
    </message>
    <message>
        <source>First start</source>
        <translation>首次启动</translation>
    </message>
    <message>
        <source>Help (F1)</source>
        <translation>帮助 (F1)</translation>
    </message>
</context>
<context>
    <name>simiao::shell::HelpPage</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>返回 (Esc)</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面列表</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>There is no help for this place yet.</source>
        <translation>此处暂无帮助。</translation>
    </message>
</context>
<context>
    <name>simiao::shell::LoginPage</name>
    <message>
        <source>Opening the records</source>
        <translation>正在打开数据</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在验证</translation>
    </message>
    <message>
        <source>Clinical workstation</source>
        <translation>临床工作站</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Log-in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Locked by %1. The password brings everything back as it was.</source>
        <translation>由 %1 锁定。输入密码即可回到原处。</translation>
    </message>
    <message>
        <source>Help (F1)</source>
        <translation>帮助 (F1)</translation>
    </message>
</context>
<context>
    <name>simiao::shell::MainWindow</name>
    <message>
        <source>Help for this place</source>
        <translation>此处的帮助</translation>
    </message>
</context>
<context>
    <name>simiao::shell::MessageLine</name>
    <message>
        <source>Dismiss (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
</context>
<context>
    <name>simiao::shell::MissingPage</name>
    <message>
        <source>Your account opens no desk of this hospital.</source>
        <translation>您的账号未开通本院任何工作站。</translation>
    </message>
    <message>
        <source>No plugin of this workstation offers this desk.</source>
        <translation>本机没有提供该工作站的插件。</translation>
    </message>
    <message>
        <source>The plugin that offers this desk (%1) is missing or was refused. Everything else works.</source>
        <translation>提供该工作站的插件（%1）缺失或被拒绝加载，其他功能不受影响。</translation>
    </message>
    <message>
        <source>Ask the administrator to give it a role.</source>
        <translation>请联系管理员为该账号分配角色。</translation>
    </message>
    <message>
        <source>Ask the information department to install it, then start Simiao again.</source>
        <translation>请联系信息科安装该插件，然后重新启动 Simiao。</translation>
    </message>
    <message>
        <source>About plugins</source>
        <translation>关于插件</translation>
    </message>
</context>
<context>
    <name>simiao::shell::NewPasswordPage</name>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>This password is not yours alone, or has grown old. Choose one that only you know; a long one is better than an odd one.</source>
        <translation>该密码不是您独有，或已过期。请设一个只有您知道的密码，长密码比怪密码更好。</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输入一次</translation>
    </message>
    <message>
        <source>Use this password</source>
        <translation>使用此密码</translation>
    </message>
</context>
<context>
    <name>simiao::shell::NotificationPanel</name>
    <message>
        <source>Nothing to report.</source>
        <translation>没有通知。</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Dismiss all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
</context>
<context>
    <name>simiao::shell::OpenSessions</name>
    <message>
        <source>Work waits here for:</source>
        <translation>在此保留工作的人员：</translation>
    </message>
</context>
<context>
    <name>simiao::shell::PanelPlace</name>
    <message>
        <source>Bring it back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>%1: in a window of its own</source>
        <comment>panel</comment>
        <translation>%1：在独立窗口中</translation>
    </message>
</context>
<context>
    <name>simiao::shell::PanelWindow</name>
    <message>
        <source>No patient is open.</source>
        <translation>没有打开的患者。</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>收回</translation>
    </message>
</context>
<context>
    <name>simiao::shell::PanelWindows</name>
    <message>
        <source>Move panel to the second screen</source>
        <translation>把面板移到第二块屏幕</translation>
    </message>
    <message>
        <source>Show panel to the patient</source>
        <translation>给患者看此面板</translation>
    </message>
    <message>
        <source>Bring panel back</source>
        <translation>收回面板</translation>
    </message>
</context>
<context>
    <name>simiao::shell::ResetPage</name>
    <message>
        <source>Put the training clinic back to its beginning?</source>
        <translation>把培训诊所恢复到初始状态？</translation>
    </message>
    <message>
        <source>Everything that was entered here for practice is deleted: patients, visits, prescriptions, payments, drafts and the trail of them. Everybody is logged out. The clinic is then made anew, as it was on the first day. Real patients are not touched: their records are in another profile.</source>
        <translation>此处练习录入的一切都将删除：患者、就诊、处方、收费、草稿及其审计记录。所有人将被注销，诊所恢复到第一天的样子。真实患者不受影响：其记录在另一个配置档中。</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>全部保留</translation>
    </message>
    <message>
        <source>Delete and begin anew</source>
        <translation>删除并重新开始</translation>
    </message>
</context>
<context>
    <name>simiao::shell::RestorePage</name>
    <message>
        <source>The copy is in place</source>
        <translation>副本已就位</translation>
    </message>
    <message>
        <source>The database cannot be used</source>
        <translation>数据库无法使用</translation>
    </message>
    <message>
        <source>What was there before stands beside it as *.before-restore-N, and the restore is in the audit trail. Log in; what was typed after the copy was made is offered as a draft when its visit is opened.</source>
        <translation>原有文件以 *.before-restore-N 保存在旁，恢复操作已记入审计。请登录；副本之后录入的内容会在打开相应就诊时作为草稿提供。</translation>
    </message>
    <message>
        <source>Choose a copy. All of it is read before anything is replaced, and the damaged database is kept beside it. What was stored after the last act of the copy will be missing; drafts are kept.</source>
        <translation>请选择一个副本。替换之前会读遍其全部内容，损坏的数据库保留在旁。副本最后一次操作之后保存的内容将缺失；草稿保留。</translation>
    </message>
    <message>
        <source>No copy is known here</source>
        <translation>此处没有已知的副本</translation>
    </message>
    <message>
        <source>Type the file of one below; the administrator knows where copies are kept.</source>
        <translation>请在下方输入副本文件；管理员知道副本存放在哪里。</translation>
    </message>
    <message>
        <source>Go to the log-in</source>
        <translation>转到登录</translation>
    </message>
    <message>
        <source>Put this copy in place</source>
        <translation>用此副本恢复</translation>
    </message>
    <message>
        <source>Putting it in place</source>
        <translation>正在恢复</translation>
    </message>
    <message>
        <source>Do not switch the computer off. The old files stay until the copy is whole in its place.</source>
        <translation>请勿关机。副本完整就位之前，旧文件一直保留。</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>every page, row and link of this copy.</source>
        <translation>此副本的每一页、每一行和每一条审计链接。</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>完好</translation>
    </message>
    <message>
        <source>%1 rows and %2 acts read as they were written; the last act was on %3.</source>
        <translation>%1 行、%2 次操作均与写入时一致；最后一次操作在 %3。</translation>
    </message>
    <message>
        <source>Not usable</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>File of another copy</source>
        <translation>其他副本的文件</translation>
    </message>
    <message>
        <source>Add to the list</source>
        <translation>加入列表</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Copies of the database</source>
        <translation>数据库副本</translation>
    </message>
    <message>
        <source>Help (F1)</source>
        <translation>帮助 (F1)</translation>
    </message>
</context>
<context>
    <name>simiao::shell::RestoreTableModel</name>
    <message>
        <source>not read yet</source>
        <translation>尚未读取</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>完好</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>制作时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>操作数</translation>
    </message>
    <message>
        <source>Last act</source>
        <translation>最后操作</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>simiao::shell::ScreenRoleText</name>
    <message>
        <source>Consultation</source>
        <translation>诊室</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>For the patient</source>
        <translation>患者屏</translation>
    </message>
</context>
<context>
    <name>simiao::shell::SessionNotices</name>
    <message>
        <source>Plugins that stay out of this start: %1. Everything else works.</source>
        <translation>本次启动未加载的插件：%1。其余功能正常。</translation>
    </message>
    <message>
        <source>Drafts of an earlier day that are not signed: %1.</source>
        <translation>往日未签名的草稿：%1。</translation>
    </message>
    <message>
        <source>The last copy of the database is %1 days old. Make one, and keep it on another machine.</source>
        <translation>最近的数据库副本已是 %1 天前。请制作新的副本，并存放到另一台机器。</translation>
    </message>
    <message>
        <source>No copy of the database has been made yet. Make one, and keep it on another machine.</source>
        <translation>尚未制作过数据库副本。请制作一份，并存放到另一台机器。</translation>
    </message>
    <message>
        <source>The display &quot;%1&quot; was closed.</source>
        <translation>显示屏“%1”已关闭。</translation>
    </message>
    <message>
        <source>A screen is gone. Back on their page, with everything in them: %1.</source>
        <translation>有一块屏幕断开了。以下面板连同内容已回到原页面：%1。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 ahead of the server&apos;s, and so are the times on what is written here. Have the administrator set the clock, best by a time service.</source>
        <translation>本机时钟比服务器快 %1，此处书写内容的时间也随之偏快。请让管理员校准时钟，最好使用时间同步服务。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 behind the server&apos;s, and so are the times on what is written here. Have the administrator set the clock, best by a time service.</source>
        <translation>本机时钟比服务器慢 %1，此处书写内容的时间也随之偏慢。请让管理员校准时钟，最好使用时间同步服务。</translation>
    </message>
</context>
<context>
    <name>simiao::shell::ShellActions</name>
    <message>
        <source>Find any action</source>
        <translation>查找任意操作</translation>
    </message>
    <message>
        <source>About plugins</source>
        <translation>关于插件</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Switch to English</source>
        <translation>切换到英文</translation>
    </message>
    <message>
        <source>Switch to Chinese</source>
        <translation>切换到中文</translation>
    </message>
    <message>
        <source>Help for this place</source>
        <translation>此处的帮助</translation>
    </message>
    <message>
        <source>Lock the screen</source>
        <translation>锁屏</translation>
    </message>
    <message>
        <source>Let another person in</source>
        <translation>切换人员</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Put the training clinic back</source>
        <translation>恢复培训诊所</translation>
    </message>
</context>
<context>
    <name>simiao::shell::StartFailure</name>
    <message>
        <source>Simiao cannot start.</source>
        <translation>Simiao 无法启动。</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>simiao::shell::StartNotices</name>
    <message>
        <source>Look at this first</source>
        <translation>请先看这里</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>simiao::shell::TopBar</name>
    <message>
        <source>Desk</source>
        <translation>工作站</translation>
    </message>
    <message>
        <source>Logged in</source>
        <translation>当前登录</translation>
    </message>
    <message>
        <source>Online %1</source>
        <translation>在线 %1</translation>
    </message>
    <message>
        <source>Drafts %1</source>
        <translation>草稿 %1</translation>
    </message>
    <message>
        <source>Drafts %1, not on disk</source>
        <translation>草稿 %1，未写入磁盘</translation>
    </message>
    <message>
        <source>Visits with text that is not signed yet</source>
        <translation>有内容尚未签名的就诊</translation>
    </message>
    <message>
        <source>Unsent %1</source>
        <translation>待发 %1</translation>
    </message>
    <message>
        <source>Messages waiting to be sent to other systems</source>
        <translation>等待发送到其他系统的消息</translation>
    </message>
    <message>
        <source>Find any action</source>
        <translation>查找任意操作</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Offline since %1 %2</source>
        <translation>%1 起离线 %2</translation>
    </message>
    <message>
        <source>Read only %1</source>
        <translation>只读 %1</translation>
    </message>
</context>
<context>
    <name>simiao::shell::UnansweredWatch</name>
    <message>
        <source>Saves without answer</source>
        <translation>未得到答复的保存</translation>
    </message>
    <message>
        <source>Not stored: %1</source>
        <translation>未保存：%1</translation>
    </message>
    <message>
        <source>Saves without answer: %1, since %2</source>
        <translation>未得到答复的保存：%1，自 %2 起</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Not stored, and never will be: %1. What was typed is kept: open the chart from the top of the window and do it again.</source>
        <translation>未保存，且不会再保存：%1。已输入的内容仍在：请从窗口顶部打开病历，重新操作。</translation>
    </message>
    <message>
        <source>Stored after all: %1. It need not be done again.</source>
        <translation>已确认保存：%1。无需重复操作。</translation>
    </message>
    <message>
        <source>Waits for the answer: %1</source>
        <translation>等待答复：%1</translation>
    </message>
    <message>
        <source>Seen, take from the list: %1</source>
        <translation>已阅，从列表移除：%1</translation>
    </message>
    <message>
        <source>Look for the patient at your desk to see what is stored: %1</source>
        <translation>请在您的工作站查找该患者，查看已保存的内容：%1</translation>
    </message>
    <message>
        <source>, %1</source>
        <translation>，%1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>simiao::shell::UpgradePage</name>
    <message>
        <source>Upgrading the database</source>
        <translation>正在升级数据库</translation>
    </message>
    <message>
        <source>The database is of an older version</source>
        <translation>数据库为旧版本</translation>
    </message>
    <message>
        <source>Do not switch the computer off. If the power fails, nothing is lost: the upgrade is done as a whole or not at all.</source>
        <translation>请勿关机。若断电不会丢失数据：升级要么全部完成，要么完全不做。</translation>
    </message>
    <message>
        <source>This program keeps its data in a newer form (schema %2; the database has %1). Before anything is changed, a copy of the database is put into data/backups. Afterwards an older program cannot open it any more.</source>
        <translation>本程序使用更新的数据结构（版本 %2，数据库现为 %1）。更改前会先把数据库备份到 data/backups。升级后旧版程序不能再打开该数据库。</translation>
    </message>
    <message>
        <source>Copy and upgrade</source>
        <translation>备份并升级</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>simiao::shell::Workplace</name>
    <message>
        <source>What you typed is on the disk again.</source>
        <translation>您输入的内容已重新写入磁盘。</translation>
    </message>
    <message>
        <source>No patient is open.</source>
        <translation>尚未打开患者。</translation>
    </message>
</context>
<context>
    <name>simiao::ui</name>
    <message>
        <source>Blocked</source>
        <translation>已阻止</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>正常</translation>
    </message>
</context>
<context>
    <name>simiao::ui::ActionButton</name>
    <message>
        <source>Key %1</source>
        <translation>快捷键 %1</translation>
    </message>
</context>
<context>
    <name>simiao::ui::Badge</name>
    <message>
        <source>%1: %2</source>
        <comment>severity: text</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>simiao::ui::CandidatePopup</name>
    <message>
        <source>Suggestions</source>
        <translation>候选项</translation>
    </message>
</context>
<context>
    <name>simiao::ui::KeyHint</name>
    <message>
        <source>Key %1</source>
        <translation>快捷键 %1</translation>
    </message>
</context>
<context>
    <name>simiao::ui::LoadingBar</name>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>Loading, %1 %</source>
        <translation>正在加载，%1 %</translation>
    </message>
</context>
<context>
    <name>simiao::ui::PatientBanner</name>
    <message>
        <source>No patient</source>
        <translation>未选择患者</translation>
    </message>
    <message>
        <source>MRN %1</source>
        <translation>病历号 %1</translation>
    </message>
</context>
<context>
    <name>simiao::ui::StateWords</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1，共 %2</translation>
    </message>
    <message>
        <source>Showing</source>
        <translation>已显示</translation>
    </message>
    <message>
        <source>Not current</source>
        <translation>非最新数据</translation>
    </message>
    <message>
        <source>data from %1</source>
        <translation>数据时间 %1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Not permitted</source>
        <translation>无权限</translation>
    </message>
    <message>
        <source>This account may not see this.</source>
        <translation>该账号无权查看此内容。</translation>
    </message>
    <message>
        <source>Who may: %1</source>
        <translation>有权查看：%1</translation>
    </message>
    <message>
        <source>the first %1</source>
        <translation>前 %1 条</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::ActionRow</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Display of the images</source>
        <translation>影像显示</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::ArchiveAccess</name>
    <message>
        <source>Archive…</source>
        <translation>影像归档…</translation>
    </message>
    <message>
        <source>Bring images of this patient from an archive (PACS)</source>
        <translation>从影像归档（PACS）调取该患者的影像</translation>
    </message>
    <message>
        <source>No archive is set up: the administrator names one in the settings</source>
        <translation>未配置影像归档：请管理员在设置中添加</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::ArchiveDialog</name>
    <message>
        <source>Images in archives</source>
        <translation>影像归档中的影像</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>影像归档</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>患者编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>检查类型</translation>
    </message>
    <message>
        <source>such as 王小明 or Wang^Xiao*</source>
        <translation>如 王小明 或 Wang^Xiao*</translation>
    </message>
    <message>
        <source>such as CT, MR, DX</source>
        <translation>如 CT、MR、DX</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Bring here</source>
        <translation>调取</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Studies in the archive</source>
        <translation>归档中的检查</translation>
    </message>
    <message>
        <source>No study of this description there</source>
        <translation>该归档中没有符合条件的检查</translation>
    </message>
    <message>
        <source>Other archives may have it, or another number of the same person.</source>
        <translation>可能在其他归档中，或登记在同一患者的其他编号下。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::ArchiveTable</name>
    <message>
        <source>?</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>检查时间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>检查描述</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>Patient there</source>
        <translation>归档中的患者</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>无日期</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::AttachDialog</name>
    <message>
        <source>Attach images: a DICOM file or a folder</source>
        <translation>添加影像：DICOM 文件或文件夹</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>File or folder:</source>
        <translation>文件或文件夹：</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::AttachLine</name>
    <message>
        <source>Reading the images…</source>
        <translation>正在读取影像…</translation>
    </message>
    <message>
        <source>Attaching…</source>
        <translation>正在添加…</translation>
    </message>
    <message>
        <source>Not attached</source>
        <translation>未添加</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Attach anyway</source>
        <translation>仍然添加</translation>
    </message>
    <message>
        <source>Do not attach</source>
        <translation>不添加</translation>
    </message>
    <message>
        <source>Unlabelled images</source>
        <translation>影像无患者标识</translation>
    </message>
    <message>
        <source>The images name no patient. This visit: %1.</source>
        <translation>影像中没有患者信息。本次就诊：%1。</translation>
    </message>
    <message>
        <source>Images of another patient</source>
        <translation>其他患者的影像</translation>
    </message>
    <message>
        <source>The images: %1. This visit: %2.</source>
        <translation>影像：%1。本次就诊：%2。</translation>
    </message>
    <message>
        <source>Check these images</source>
        <translation>请核对这些图像</translation>
    </message>
    <message>
        <source>Measurements and the side of the body may be wrong.</source>
        <translation>测量值和左右侧可能有误。</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>that files declare</comment>
        <translation>未声明</translation>
    </message>
    <message>
        <source>The name may be misread: it is no text in the characters that the files declare (%1).</source>
        <translation>姓名可能显示有误：按文件声明的字符集（%1）无法解读。</translation>
    </message>
    <message>
        <source>The name may be misread: the files declare %1 and look like %2, in which they name %3.</source>
        <translation>姓名可能显示有误：文件声明 %1，但更像 %2，按其读取为：%3。</translation>
    </message>
    <message>
        <source>Then they are this patient&apos;s.</source>
        <translation>若如此，则为本患者的影像。</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>all findings</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between two findings</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>Images attached.</source>
        <translation>影像已添加。</translation>
    </message>
    <message>
        <source>Nothing new: all %1 images are on record already.</source>
        <translation>没有新影像：%1 幅均已在病历中。</translation>
    </message>
    <message>
        <source>%1 new of %2 images attached.</source>
        <translation>影像已添加：共 %2 幅，其中新增 %1 幅。</translation>
    </message>
    <message>
        <source>Copied here: the disc or stick can go.</source>
        <translation>已复制到本机，可取走光盘或U盘。</translation>
    </message>
    <message>
        <source>%1 files differ from the image of the same number on record, which stays; ask radiology.</source>
        <translation>%1 个文件与病历中同编号的影像不同，病历中的保留；请询问放射科。</translation>
    </message>
    <message>
        <source>%1 of %2 files copied</source>
        <translation>已复制 %1/%2 个文件</translation>
    </message>
    <message>
        <source>They stay with the record when the disc or stick is gone.</source>
        <translation>光盘或U盘取走后，影像仍保留在病历中。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Keep the disc or stick.</source>
        <translation>请保留光盘或U盘。</translation>
    </message>
    <message>
        <source>files that cannot be read (%1)</source>
        <translation>无法读取的文件（%1）</translation>
    </message>
    <message>
        <source>files that the medium names and that are not on it (%1)</source>
        <translation>介质目录中列出但不存在的文件（%1）</translation>
    </message>
    <message>
        <source>images that the directory of the medium does not name (%1)</source>
        <translation>介质目录中未列出的影像（%1）</translation>
    </message>
    <message>
        <source>objects of kinds that are not kept here (%1)</source>
        <translation>本程序不保存的对象类型（%1）</translation>
    </message>
    <message>
        <source>Left out: %1.</source>
        <translation>未添加：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between two counts</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Not everything here can be attached</source>
        <translation>此处的内容不能全部添加</translation>
    </message>
    <message>
        <source>Not everything was attached</source>
        <translation>未全部添加</translation>
    </message>
    <message>
        <source>There are DICOM objects, but of kinds that are not kept here, such as plans of radiotherapy.</source>
        <translation>此处有 DICOM 对象，但属于本程序不保存的类型，例如放疗计划。</translation>
    </message>
    <message>
        <source>Images with another number</source>
        <translation>影像中的患者号不同</translation>
    </message>
    <message>
        <source>Name and date of birth agree. Check that it is the same person.</source>
        <translation>姓名和出生日期一致。请核对是否为同一人。</translation>
    </message>
    <message>
        <source>The number in the images is that of another patient here.</source>
        <translation>影像中的患者号是本院另一位患者的病历号。</translation>
    </message>
    <message>
        <source>folders or files that cannot be read, or are too deep or too many to search (%1)</source>
        <translation>无法读取、层级过深或数量过多而未搜索的文件夹或文件（%1）</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::BlankingPanel</name>
    <message>
        <source>Only in this picture</source>
        <translation>仅此画面</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source> of %1</source>
        <comment>pictures</comment>
        <translation> / %1</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Blanked parts</source>
        <translation>涂黑区域</translation>
    </message>
    <message>
        <source>Drag over what must not be seen: it goes out black. By keys: arrows move the cross, Enter sets one corner, then the other; Delete removes.</source>
        <translation>拖动框选不得外泄的内容，导出后为黑色。键盘操作：方向键移动十字，回车先后确定两个角点，Delete 移除。</translation>
    </message>
    <message>
        <source>Picture:</source>
        <translation>画面：</translation>
    </message>
    <message>
        <source>The picture is on its way…</source>
        <translation>正在读取画面…</translation>
    </message>
    <message>
        <source>%1 × %2 pixels from column %3, row %4</source>
        <translation>%1 × %2 像素，起于第 %3 列、第 %4 行</translation>
    </message>
    <message>
        <source>all pictures of %1 × %2</source>
        <translation>所有 %1 × %2 的画面</translation>
    </message>
    <message>
        <source>picture %1 only</source>
        <translation>仅第 %1 幅</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>a blanked part; in which pictures</comment>
        <translation>%1；%2</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::BlankingView</name>
    <message>
        <source>Picture to be exported</source>
        <translation>待导出的画面</translation>
    </message>
    <message>
        <source>Column %1, row %2</source>
        <translation>第 %1 列，第 %2 行</translation>
    </message>
    <message>
        <source>%1 × %2 pixels from column %3, row %4</source>
        <translation>%1 × %2 像素，起于第 %3 列、第 %4 行</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::CacheMeter</name>
    <message>
        <source>Images in memory: %1 of %2 MB</source>
        <translation>图像占用内存：%1/%2 MB</translation>
    </message>
    <message>
        <source>Memory kept for the next planes: %1 of %2 MB</source>
        <translation>为下一次平面重建保留的内存：%1 / %2 MB</translation>
    </message>
    <message>
        <source>Volumes in memory: %1 of %2 MB</source>
        <translation>三维数据占用内存：%1/%2 MB</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::CalibrationDialog</name>
    <message>
        <source>Measure this screen</source>
        <translation>校准此屏幕</translation>
    </message>
    <message>
        <source>Hold a bank or insurance card (85.6 mm wide) to the left edge of the frame on %1. Left and Right make the frame as wide as the card, with Shift ten times as fast.</source>
        <translation>将银行卡或社保卡（宽 85.6 mm）贴在 %1 屏幕上，对齐方框左边。用左右方向键使方框与卡片同宽，按住 Shift 加快十倍。</translation>
    </message>
    <message>
        <source>As wide as the card</source>
        <translation>与卡片同宽</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Forget the calibration</source>
        <translation>清除校准</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::CardFrame</name>
    <message>
        <source>Frame for the card: %1 px wide</source>
        <translation>卡片框：宽 %1 px</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::CharacterCommands</name>
    <message>
        <source>Characters…</source>
        <translation>字符集…</translation>
    </message>
    <message>
        <source>Names that are shown as nonsense: choose how they are written</source>
        <translation>姓名显示为乱码时，选择其字符集</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::CharacterLine</name>
    <message>
        <source>The names of this study are read as its files say.</source>
        <translation>该检查的姓名按文件声明读取。</translation>
    </message>
    <message>
        <source>The names of this study are read as %1, by everybody who opens it.</source>
        <translation>该检查的姓名按 %1 读取，对所有打开者有效。</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字符集</translation>
    </message>
    <message>
        <source>The files stay as they are.</source>
        <translation>影像文件不作改动。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The files do not say how names are written, and they look like %1: %2</source>
        <translation>文件未声明字符集，姓名看来是 %1：%2</translation>
    </message>
    <message>
        <source>The files say %1, and the names look like %2: %3</source>
        <translation>文件声明为 %1，姓名看来是 %2：%3</translation>
    </message>
    <message>
        <source>Misread names</source>
        <translation>姓名乱码</translation>
    </message>
    <message>
        <source>Read as %1</source>
        <translation>按 %1 读取</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message numerus="yes">
        <source>Not read so: %n series, with the names that the files declare. Look whether these files are there and whole.</source>
        <translation>
            <numerusform>%n 个序列未能按此读取，仍显示文件声明的姓名。请检查这些文件是否存在且完整。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>simiao::viewer::CharacterTable</name>
    <message>
        <source>Does not fit</source>
        <translation>不符</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>无姓名</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字符集</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Study and series</source>
        <translation>检查与序列</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::Characters</name>
    <message>
        <source>GB18030, GBK, GB 2312: Chinese</source>
        <translation>GB18030、GBK、GB 2312：中文</translation>
    </message>
    <message>
        <source>UTF-8: all languages</source>
        <translation>UTF-8：各种语言</translation>
    </message>
    <message>
        <source>KS X 1001: Korean</source>
        <translation>KS X 1001：朝鲜文（韩文）</translation>
    </message>
    <message>
        <source>JIS X 0201: Japanese, katakana</source>
        <translation>JIS X 0201：日文片假名</translation>
    </message>
    <message>
        <source>Latin-1: Western European</source>
        <translation>Latin-1：西欧文字</translation>
    </message>
    <message>
        <source>Latin-2: Central European</source>
        <translation>Latin-2：中欧文字</translation>
    </message>
    <message>
        <source>ISO 8859-5: Cyrillic</source>
        <translation>ISO 8859-5：西里尔文</translation>
    </message>
    <message>
        <source>ISO 8859-7: Greek</source>
        <translation>ISO 8859-7：希腊文</translation>
    </message>
    <message>
        <source>ISO 8859-6: Arabic</source>
        <translation>ISO 8859-6：阿拉伯文</translation>
    </message>
    <message>
        <source>TIS 620: Thai</source>
        <translation>TIS 620：泰文</translation>
    </message>
    <message>
        <source>As the files say: nothing</source>
        <translation>按文件声明：未声明</translation>
    </message>
    <message>
        <source>As the files say: %1</source>
        <translation>按文件声明：%1</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::CharactersDialog</name>
    <message>
        <source>Characters of the study</source>
        <translation>检查的字符集</translation>
    </message>
    <message>
        <source>The names in this study are written in:</source>
        <translation>该检查中的姓名所用字符集：</translation>
    </message>
    <message>
        <source>The choice is noted on the record and holds for everybody who opens the study. Its files stay as they are.</source>
        <translation>所选字符集记入病历，对所有打开该检查的人有效；影像文件不作改动。</translation>
    </message>
    <message>
        <source>Read like this</source>
        <translation>按此读取</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Character sets, with the names as each reads them</source>
        <translation>字符集及其读出的姓名</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::CineCommands</name>
    <message>
        <source>Cine</source>
        <translation>电影</translation>
    </message>
    <message>
        <source>Run through the images, and stop</source>
        <translation>连续播放图像，再按停止</translation>
    </message>
    <message>
        <source>Cine slower</source>
        <translation>放慢播放</translation>
    </message>
    <message>
        <source>Cine faster</source>
        <translation>加快播放</translation>
    </message>
    <message>
        <source>Cine back and forth</source>
        <translation>往返播放</translation>
    </message>
    <message>
        <source>After the last image the same way back, not the first again</source>
        <translation>到最后一幅后原路返回，而不是从头开始</translation>
    </message>
    <message>
        <source>Cine %1 a second</source>
        <comment>images</comment>
        <translation>电影 %1 幅/秒</translation>
    </message>
    <message>
        <source>Cine %1 a second, shown %2</source>
        <comment>images</comment>
        <translation>电影 %1 幅/秒，实际 %2</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::Concepts</name>
    <message>
        <source>Imaging Measurement Report</source>
        <translation>影像测量报告</translation>
    </message>
    <message>
        <source>Observer Type</source>
        <translation>观察者类型</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Person Observer Name</source>
        <translation>观察者姓名</translation>
    </message>
    <message>
        <source>Procedure reported</source>
        <translation>报告的检查</translation>
    </message>
    <message>
        <source>Imaging procedure</source>
        <translation>影像检查</translation>
    </message>
    <message>
        <source>Imaging Measurements</source>
        <translation>影像测量</translation>
    </message>
    <message>
        <source>Measurement Group</source>
        <translation>测量组</translation>
    </message>
    <message>
        <source>Tracking Identifier</source>
        <translation>跟踪标识</translation>
    </message>
    <message>
        <source>Measurement Method</source>
        <translation>测量方法</translation>
    </message>
    <message>
        <source>Image Region</source>
        <translation>图像区域</translation>
    </message>
    <message>
        <source>Source of Measurement</source>
        <translation>测量来源</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Of Interest</source>
        <translation>关注图像</translation>
    </message>
    <message>
        <source>Key Object Description</source>
        <translation>关键图像说明</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Long Axis</source>
        <translation>长径</translation>
    </message>
    <message>
        <source>Short Axis</source>
        <translation>短径</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Cobb 角</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>Standard Deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Value at point</source>
        <translation>点值</translation>
    </message>
    <message>
        <source>Two diameters</source>
        <translation>双径</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>椭圆</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>多边形</translation>
    </message>
    <message>
        <source>Pixels, no spacing known</source>
        <translation>像素，间距未知</translation>
    </message>
    <message>
        <source>By pixel spacing in the patient</source>
        <translation>按患者体内像素间距</translation>
    </message>
    <message>
        <source>By calibrated pixel spacing</source>
        <translation>按校准后的像素间距</translation>
    </message>
    <message>
        <source>By estimated magnification</source>
        <translation>按估计的放大率</translation>
    </message>
    <message>
        <source>At detector plane, not in the patient</source>
        <translation>探测器平面，非患者体内</translation>
    </message>
    <message>
        <source>On scanned film</source>
        <translation>扫描胶片上</translation>
    </message>
    <message>
        <source>By ultrasound region calibration</source>
        <translation>按超声区域标定</translation>
    </message>
    <message>
        <source>Derivation</source>
        <translation>统计方式</translation>
    </message>
    <message>
        <source>Attenuation Coefficient</source>
        <translation>衰减系数</translation>
    </message>
    <message>
        <source>Nuclear Medicine Tomographic Activity</source>
        <translation>核医学断层活度</translation>
    </message>
    <message>
        <source>Pixel value</source>
        <translation>像素值</translation>
    </message>
    <message>
        <source>By pixel spacing, unknown whether at detector</source>
        <translation>按像素间距，影像未注明是否为探测器平面</translation>
    </message>
    <message>
        <source>By calibrated pixel spacing (geometry)</source>
        <translation>按校准后的像素间距（几何）</translation>
    </message>
    <message>
        <source>By calibrated pixel spacing (fiducial)</source>
        <translation>按校准后的像素间距（标记物）</translation>
    </message>
    <message>
        <source>Language of Content Item and Descendants</source>
        <translation>内容项及其下级的语言</translation>
    </message>
    <message>
        <source>Tracking Unique Identifier</source>
        <translation>跟踪唯一标识</translation>
    </message>
    <message>
        <source>Image Library</source>
        <translation>影像库</translation>
    </message>
    <message>
        <source>Image Library Group</source>
        <translation>影像库分组</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::CrossReferences</name>
    <message>
        <source>No place to show: the image does not say where it lies</source>
        <translation>无法定位：图像未给出空间位置</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::DayPrefetch</name>
    <message>
        <source>Kept for today: %1 of %2 studies</source>
        <translation>今日预取：%2 项检查中已备好 %1 项</translation>
    </message>
    <message>
        <source>Images for today are not fetched: %1</source>
        <translation>今日影像未能预取：%1</translation>
    </message>
    <message>
        <source>%1. The room for images is nearly full.</source>
        <translation>%1。影像存储空间即将用尽。</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::Ecg</name>
    <message>
        <source>No name in the recording</source>
        <translation>记录中无姓名</translation>
    </message>
    <message>
        <source>ID %1</source>
        <translation>ID %1</translation>
    </message>
    <message>
        <source>INCOMPLETE: part of the recording is missing</source>
        <translation>不完整：部分记录缺失</translation>
    </message>
    <message>
        <source>from %1 s</source>
        <translation>自 %1 秒起</translation>
    </message>
    <message>
        <source>%1, %2 s: %3</source>
        <translation>%1，%2 秒：%3</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::ExportDialog</name>
    <message>
        <source>Write the texts of the corners into the picture</source>
        <translation>将四角文字写入图片</translation>
    </message>
    <message>
        <source>Keep the time between examinations (dates are moved together)</source>
        <translation>保留各次检查的时间间隔（日期整体平移）</translation>
    </message>
    <message>
        <source>Export images</source>
        <translation>导出图像</translation>
    </message>
    <message>
        <source>The picture that is shown</source>
        <translation>当前显示的图像</translation>
    </message>
    <message>
        <source>All pictures of the series</source>
        <translation>该序列的全部图像</translation>
    </message>
    <message>
        <source>The series as DICOM, anonymised</source>
        <translation>该序列的 DICOM 文件，匿名化</translation>
    </message>
    <message>
        <source>The series as DICOM, as it is</source>
        <translation>该序列的 DICOM 文件，保持原样</translation>
    </message>
    <message>
        <source>PNG (exact)</source>
        <translation>PNG（无损）</translation>
    </message>
    <message>
        <source>JPEG (small)</source>
        <translation>JPEG（文件小）</translation>
    </message>
    <message>
        <source>A number is made</source>
        <translation>自动编号</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>What:</source>
        <translation>内容：</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>格式：</translation>
    </message>
    <message>
        <source>Name and number:</source>
        <translation>姓名与编号：</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>文件夹：</translation>
    </message>
    <message>
        <source>What is written names the patient. The export is recorded.</source>
        <translation>导出内容含患者姓名。本次导出将被记录。</translation>
    </message>
    <message>
        <source>Names, numbers, dates and private data are taken out (PS3.15). Look yourself whether texts are burnt into the pictures. The export is recorded.</source>
        <translation>姓名、编号、日期和私有数据将被去除（PS3.15）。请自行查看图像中是否烧录有文字。本次导出将被记录。</translation>
    </message>
    <message>
        <source>No texts are added. Look yourself whether a name is burnt into the picture. The export is recorded.</source>
        <translation>不添加文字。请自行查看图像中是否烧录有姓名。本次导出将被记录。</translation>
    </message>
    <message>
        <source>Folder for the export</source>
        <translation>导出文件夹</translation>
    </message>
    <message>
        <source>Draw the measurements into the picture</source>
        <translation>将测量标注绘入图像</translation>
    </message>
    <message>
        <source>… with their values</source>
        <translation>……连同测量值</translation>
    </message>
    <message>
        <source>Take documents (PDF) along as they are</source>
        <translation>文档（PDF）原样带出</translation>
    </message>
    <message>
        <source>The whole study as DICOM, anonymised</source>
        <translation>整个检查的 DICOM 文件，匿名化</translation>
    </message>
    <message>
        <source>The whole study as DICOM, as it is</source>
        <translation>整个检查的 DICOM 文件，原样</translation>
    </message>
    <message>
        <source>Images, reports, key images and presentation states go out without names, numbers, dates and what people wrote into them (PS3.15), drawn parts are black, and documents (PDF) are left out. Look yourself whether texts are burnt into the pictures. The export is recorded.</source>
        <translation>图像、报告、关键图像和呈现状态导出时去除姓名、编号、日期和人工填写的文字（PS3.15），所画区域涂黑，文档（PDF）不导出。请自行检查图像上是否烧录了文字。本次导出将留下记录。</translation>
    </message>
    <message>
        <source>Names, numbers, dates and private data are taken out (PS3.15), and the drawn parts are black. Look yourself whether they cover all texts, in each picture. The export is recorded.</source>
        <translation>姓名、编号、日期和私有数据均已去除（PS3.15），所绘区域为黑色。请逐幅自行确认已遮盖全部文字。导出会记入审计。</translation>
    </message>
    <message>
        <source>No texts are added, and the drawn parts are black. Look yourself whether they cover every name burnt into the picture. The export is recorded.</source>
        <translation>不写入任何文字，所绘区域为黑色。请自行确认已遮盖画面上烧录的姓名。导出会记入审计。</translation>
    </message>
    <message>
        <source>Documents are not looked into: read each of them before you pass it on. Names, numbers, dates and what people wrote are taken out of everything else (PS3.15), and drawn parts are black. Look yourself whether texts are burnt into the pictures. The export is recorded.</source>
        <translation>文档内容未经检查：转交之前请逐份阅读。其余内容中的姓名、编号、日期和人工填写的文字均已去除（PS3.15），所画区域涂黑。请自行检查图像上是否烧录了文字。本次导出将留下记录。</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::ExportLine</name>
    <message>
        <source>Exporting %1 of %2…</source>
        <translation>正在导出 %1/%2…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>%1 of %2 written to %3</source>
        <translation>已将 %1/%2 写入 %3</translation>
    </message>
    <message>
        <source>Not all exported</source>
        <translation>未全部导出</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Look before you pass it on</source>
        <translation>交出前请先查看</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>已导出</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s): </source>
        <translation>
            <numerusform>%n 幅图像：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) left out: </source>
        <translation>
            <numerusform>%n 个对象未导出：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s): </source>
        <translation>
            <numerusform>%n 个对象：</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>simiao::viewer::Findings</name>
    <message>
        <source>Identifiers (UID) are missing</source>
        <translation>缺少标识符（UID）</translation>
    </message>
    <message>
        <source>Patient ID is missing</source>
        <translation>缺少患者编号</translation>
    </message>
    <message>
        <source>Patient name is missing</source>
        <translation>缺少患者姓名</translation>
    </message>
    <message>
        <source>Birth date is missing</source>
        <translation>缺少出生日期</translation>
    </message>
    <message>
        <source>Study date is missing</source>
        <translation>缺少检查日期</translation>
    </message>
    <message>
        <source>They name several patients</source>
        <translation>涉及多位患者</translation>
    </message>
    <message>
        <source>The same image is there twice</source>
        <translation>同一图像重复出现</translation>
    </message>
    <message>
        <source>Orientation is missing: left and right cannot be told</source>
        <translation>缺少方位信息：无法区分左右</translation>
    </message>
    <message>
        <source>The side of a paired part of the body is missing</source>
        <translation>缺少成对部位的侧别</translation>
    </message>
    <message>
        <source>Words are burnt into the picture</source>
        <translation>图像中嵌有文字</translation>
    </message>
    <message>
        <source>%1 (files: %2)</source>
        <translation>%1（文件数：%2）</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::Hanging</name>
    <message>
        <source>%1 days before</source>
        <translation>%1 天前</translation>
    </message>
    <message>
        <source>%1 months before</source>
        <translation>%1 个月前</translation>
    </message>
    <message>
        <source>%1 years before</source>
        <translation>%1 年前</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>modality, body part</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>with %1 prior</source>
        <comment>earlier studies</comment>
        <translation>含 %1 次前片</translation>
    </message>
    <message>
        <source>at least %1 series</source>
        <translation>至少 %1 个序列</translation>
    </message>
    <message>
        <source>PRIOR %1</source>
        <translation>前次 %1</translation>
    </message>
    <message>
        <source>PRIOR %1 (%2)</source>
        <translation>前次 %1（%2）</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>挂片</translation>
    </message>
    <message>
        <source>Lay the images out by a protocol</source>
        <translation>按挂片协议排列图像</translation>
    </message>
    <message>
        <source>Lay the images out by a protocol. Now: %1</source>
        <translation>按挂片协议排列图像。当前：%1</translation>
    </message>
    <message>
        <source>Why this one: %1</source>
        <translation>选用原因：%1</translation>
    </message>
    <message>
        <source>%1, because: %2</source>
        <comment>protocol, reasons</comment>
        <translation>%1，依据：%2</translation>
    </message>
    <message>
        <source>Made for screens: %1. Here: %2</source>
        <translation>适用屏幕数：%1。现有：%2</translation>
    </message>
    <message>
        <source>PRIOR %1 (same day)</source>
        <translation>前次 %1（同日）</translation>
    </message>
    <message>
        <source>STUDY OF %1. LATEST: %2</source>
        <comment>dates</comment>
        <translation>%1 的检查，最近一次：%2</translation>
    </message>
    <message>
        <source>The study that is looked at is not of this kind, or has no prior</source>
        <translation>正在查看的检查不属于此类，或没有前次检查</translation>
    </message>
    <message>
        <source>on %1 screens</source>
        <translation>用 %1 块屏幕</translation>
    </message>
    <message>
        <source>No %1 %2 in this study</source>
        <comment>side and view</comment>
        <translation>本次检查无 %1 %2</translation>
    </message>
    <message>
        <source>No %1 %2 in the prior</source>
        <comment>side and view</comment>
        <translation>前次检查无 %1 %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between reasons</comment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::Identity</name>
    <message>
        <source>born %1</source>
        <translation>出生 %1</translation>
    </message>
    <message>
        <source>ID %1</source>
        <translation>ID %1</translation>
    </message>
    <message>
        <source>M</source>
        <comment>sex: male</comment>
        <translation>男</translation>
    </message>
    <message>
        <source>F</source>
        <comment>sex: female</comment>
        <translation>女</translation>
    </message>
    <message>
        <source>O</source>
        <comment>sex: other</comment>
        <translation>其他</translation>
    </message>
    <message>
        <source>%1y</source>
        <comment>age in years</comment>
        <translation>%1岁</translation>
    </message>
    <message>
        <source>%1m</source>
        <comment>age in months</comment>
        <translation>%1个月</translation>
    </message>
    <message>
        <source>%1d</source>
        <comment>age in days</comment>
        <translation>%1天</translation>
    </message>
    <message>
        <source>MRN %1</source>
        <translation>病历号 %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a line</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between several of them</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>sex other</source>
        <translation>性别其他</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::IdentityLine</name>
    <message>
        <source>Images of another patient</source>
        <translation>其他患者的影像</translation>
    </message>
    <message>
        <source>The images: %1</source>
        <translation>影像：%1</translation>
    </message>
    <message>
        <source>This visit: %1</source>
        <translation>本次就诊：%1</translation>
    </message>
    <message>
        <source>Unlabelled images</source>
        <translation>影像无患者标识</translation>
    </message>
    <message>
        <source>They name no patient. Check that they belong to %1.</source>
        <translation>影像中没有患者信息，请核对是否属于 %1。</translation>
    </message>
    <message>
        <source>Images with another number</source>
        <translation>影像中的患者号不同</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::ImageCommands</name>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>The window the image itself asks for</source>
        <translation>影像自带的窗宽窗位</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>反相</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适应窗口</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Attach…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Attach images from a file or folder to this patient</source>
        <translation>从文件或文件夹为该患者添加影像</translation>
    </message>
    <message>
        <source>Auto window</source>
        <translation>自动窗</translation>
    </message>
    <message>
        <source>A window from the 1st to the 99.5th percentile of this image</source>
        <translation>窗范围取本图像的第 1 至第 99.5 百分位</translation>
    </message>
    <message>
        <source>Look-up table</source>
        <translation>查找表</translation>
    </message>
    <message>
        <source>%1 (of the image)</source>
        <comment>a window that the image names</comment>
        <translation>%1（图像自带）</translation>
    </message>
    <message>
        <source>Window %1 of the image</source>
        <translation>图像的窗 %1</translation>
    </message>
    <message>
        <source>Next of the image</source>
        <translation>图像的下一窗</translation>
    </message>
    <message>
        <source>The next window or look-up table that the image itself states</source>
        <translation>图像自带的下一个窗宽窗位或查找表</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::ImagingPanel</name>
    <message>
        <source>Images</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>No image source is installed</source>
        <translation>未安装影像来源插件</translation>
    </message>
    <message>
        <source>Images are shown once a plugin that reads them is there.</source>
        <translation>安装可读取影像的插件后即可显示影像。</translation>
    </message>
    <message>
        <source>No images of this patient</source>
        <translation>该患者暂无影像</translation>
    </message>
    <message>
        <source>Attach a DICOM file or a folder of them.</source>
        <translation>请添加 DICOM 文件或其所在文件夹。</translation>
    </message>
    <message>
        <source>Attach…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>These studies hold no images</source>
        <translation>这些检查不含图像</translation>
    </message>
    <message>
        <source>Choose a report above.</source>
        <translation>请在上方选择报告。</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::KeyImageMarks</name>
    <message>
        <source>No key image behind this one</source>
        <translation>后面没有关键图像</translation>
    </message>
    <message>
        <source>No key image before this one</source>
        <translation>前面没有关键图像</translation>
    </message>
    <message>
        <source>Previous key image</source>
        <translation>上一个关键图像</translation>
    </message>
    <message>
        <source>Next key image</source>
        <translation>下一个关键图像</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::LabelEditor</name>
    <message>
        <source>Words on the image</source>
        <translation>影像上的文字</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::LayoutCommands</name>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>How many images stand side by side</source>
        <translation>并排显示多少幅图像</translation>
    </message>
    <message>
        <source>One viewport alone</source>
        <translation>单视口最大化</translation>
    </message>
    <message>
        <source>The viewport that is worked with fills the panel, and back</source>
        <translation>当前视口充满面板，再按恢复</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>rows and columns of images</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Images side by side: rows %1, columns %2</source>
        <translation>并排显示：%1 行 %2 列</translation>
    </message>
    <message>
        <source>Viewport to the left</source>
        <translation>左侧视口</translation>
    </message>
    <message>
        <source>Viewport to the right</source>
        <translation>右侧视口</translation>
    </message>
    <message>
        <source>Viewport above</source>
        <translation>上方视口</translation>
    </message>
    <message>
        <source>Viewport below</source>
        <translation>下方视口</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::LinkCommands</name>
    <message>
        <source>Link scrolling</source>
        <translation>联动翻层</translation>
    </message>
    <message>
        <source>The other viewports go to the same place, or leaf by number</source>
        <translation>其他视口翻到同一位置，否则按序号翻层</translation>
    </message>
    <message>
        <source>Link windows</source>
        <translation>联动调窗</translation>
    </message>
    <message>
        <source>Viewports of the same modality take the same window</source>
        <translation>同类影像的视口使用同一窗宽窗位</translation>
    </message>
    <message>
        <source>Reference lines</source>
        <translation>参考线</translation>
    </message>
    <message>
        <source>Where this image cuts the others</source>
        <translation>本图像与其他图像的交线</translation>
    </message>
    <message>
        <source>Crosshair</source>
        <translation>十字定位</translation>
    </message>
    <message>
        <source>A place that is clicked is shown in all viewports</source>
        <translation>点击处在所有视口中同步定位</translation>
    </message>
    <message>
        <source>Crosshair to the left</source>
        <translation>十字左移</translation>
    </message>
    <message>
        <source>Crosshair to the right</source>
        <translation>十字右移</translation>
    </message>
    <message>
        <source>Crosshair up</source>
        <translation>十字上移</translation>
    </message>
    <message>
        <source>Crosshair down</source>
        <translation>十字下移</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::Measure</name>
    <message>
        <source>by pixel spacing</source>
        <translation>按像素间距</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>已校准</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>估算值</translation>
    </message>
    <message>
        <source>at detector</source>
        <translation>探测器平面</translation>
    </message>
    <message>
        <source>on film</source>
        <translation>胶片平面</translation>
    </message>
    <message>
        <source>by ultrasound region</source>
        <translation>按超声区域</translation>
    </message>
    <message>
        <source>not in mm: the image states no spacing</source>
        <translation>非毫米：影像未注明像素间距</translation>
    </message>
    <message>
        <source>not in mm: outside the calibrated regions</source>
        <translation>非毫米：在已标定区域之外</translation>
    </message>
    <message>
        <source>it leaves its ultrasound region</source>
        <translation>超出所在超声区域</translation>
    </message>
    <message>
        <source>this region shows no distances</source>
        <translation>此区域不表示距离</translation>
    </message>
    <message>
        <source>the outline crosses itself</source>
        <translation>轮廓自相交</translation>
    </message>
    <message>
        <source>no length</source>
        <translation>无长度</translation>
    </message>
    <message>
        <source>no area</source>
        <translation>无面积</translation>
    </message>
    <message>
        <source>Area %1</source>
        <translation>面积 %1</translation>
    </message>
    <message>
        <source>no angle</source>
        <translation>无角度</translation>
    </message>
    <message>
        <source>pixels taken as square</source>
        <translation>按方形像素计算</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <comment>of a region</comment>
        <translation>%1 像素</translation>
    </message>
    <message>
        <source>%1, %2 of padding left out</source>
        <translation>%1，另有 %2 个填充像素未计</translation>
    </message>
    <message>
        <source>colour: no values</source>
        <translation>彩色影像：无数值</translation>
    </message>
    <message>
        <source>only padding inside</source>
        <translation>区域内只有填充像素</translation>
    </message>
    <message>
        <source>no pixel inside</source>
        <translation>区域内无像素</translation>
    </message>
    <message>
        <source>Mean %1</source>
        <translation>平均 %1</translation>
    </message>
    <message>
        <source>SD %1</source>
        <translation>SD %1</translation>
    </message>
    <message>
        <source>Min %1, Max %2</source>
        <translation>最小 %1，最大 %2</translation>
    </message>
    <message>
        <source>outside the picture</source>
        <translation>在影像之外</translation>
    </message>
    <message>
        <source>column %1, row %2</source>
        <translation>第 %1 列，第 %2 行</translation>
    </message>
    <message>
        <source>no value here</source>
        <translation>此处无数值</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Cobb 角</translation>
    </message>
    <message>
        <source>Two diameters</source>
        <translation>双径</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>椭圆</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>多边形</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>像素值</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>箭头</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>SUV (body weight) mean %1, max %2</source>
        <translation>SUV（体重）平均 %1，最大 %2</translation>
    </message>
    <message>
        <source>SUV (body weight) %1</source>
        <translation>SUV（体重）%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between values</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a measurement and its values</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 relative</source>
        <comment>dose without a unit</comment>
        <translation>%1（相对值）</translation>
    </message>
    <message>
        <source>by pixel spacing, unknown whether at detector</source>
        <translation>按像素间距，影像未注明是否为探测器平面</translation>
    </message>
    <message>
        <source>calibrated (geometry)</source>
        <translation>已校准（几何）</translation>
    </message>
    <message>
        <source>calibrated (fiducial)</source>
        <translation>已校准（标记物）</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::MeasureCommands</name>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Lengths, angles, regions, arrows and text on the image</source>
        <translation>在影像上测量长度、角度、区域，添加箭头和文字</translation>
    </message>
    <message>
        <source>Undo on this slice</source>
        <translation>撤销（本层）</translation>
    </message>
    <message>
        <source>Redo on this slice</source>
        <translation>重做（本层）</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>命名</translation>
    </message>
    <message>
        <source>Move the label</source>
        <translation>移动标注文字</translation>
    </message>
    <message>
        <source>Place the label automatically</source>
        <translation>自动放置标注文字</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::NoteLine</name>
    <message>
        <source>Key image: %1.</source>
        <translation>关键图像：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a line</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a key image, what was measured on it</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between measurements</comment>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::ObjectBar</name>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Images, reports and recordings</source>
        <translation>图像、报告与记录</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::ObjectCommands</name>
    <message>
        <source>Key image</source>
        <translation>关键图像</translation>
    </message>
    <message>
        <source>Mark this slice as a key image and put a line into the note</source>
        <translation>将此层面标记为关键图像，并在病历中写入一行</translation>
    </message>
    <message>
        <source>Save measurements</source>
        <translation>保存测量</translation>
    </message>
    <message>
        <source>Save the measurements of this series as DICOM, for other programs</source>
        <translation>将此序列的测量保存为 DICOM，供其他程序使用</translation>
    </message>
    <message>
        <source>Next report</source>
        <translation>下一份报告</translation>
    </message>
    <message>
        <source>The next report, ECG or document of this patient</source>
        <translation>该患者的下一份报告、心电图或文档</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Back to the images</source>
        <translation>返回图像</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::ObjectWriter</name>
    <message>
        <source>Key image saved; a line stands in the note.</source>
        <translation>关键图像已保存，并已写入病历。</translation>
    </message>
    <message>
        <source>Key image saved. The note has no place for it.</source>
        <translation>关键图像已保存。病历中没有可写入的位置。</translation>
    </message>
    <message>
        <source>Measurements saved as DICOM: presentation states and a report.</source>
        <translation>测量已保存为 DICOM：呈现状态与报告。</translation>
    </message>
    <message>
        <source>Measurements saved as DICOM: a report. There is no presentation state of images in colour.</source>
        <translation>测量已存为 DICOM：一份报告。彩色影像没有呈现状态。</translation>
    </message>
    <message>
        <source>Measurements saved as DICOM: a report, and presentation states of the grey images. There is none of those in colour.</source>
        <translation>测量已存为 DICOM：一份报告，以及灰阶影像的呈现状态；彩色影像没有呈现状态。</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::Objects</name>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Key images</source>
        <translation>关键图像</translation>
    </message>
    <message>
        <source>Presentation state</source>
        <translation>呈现状态</translation>
    </message>
    <message>
        <source>ECG</source>
        <translation>心电图</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>波形</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what was measured, mean or deviation of it</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Stands on</source>
        <comment>a length on its spacing</comment>
        <translation>依据</translation>
    </message>
    <message>
        <source>Drawn as</source>
        <comment>a measurement</comment>
        <translation>绘制工具</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::Overlay</name>
    <message>
        <source>MRN %1</source>
        <translation>病历号 %1</translation>
    </message>
    <message>
        <source>ID %1</source>
        <translation>ID %1</translation>
    </message>
    <message>
        <source>No name in the image</source>
        <translation>影像中无姓名</translation>
    </message>
    <message>
        <source>Thickness %1 mm</source>
        <translation>层厚 %1 mm</translation>
    </message>
    <message>
        <source>Series %1/%2</source>
        <translation>序列 %1/%2</translation>
    </message>
    <message>
        <source>Orientation not stated</source>
        <translation>未标明方位</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>window (name)</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 inverted</source>
        <comment>window</comment>
        <translation>%1 反相</translation>
    </message>
    <message>
        <source>Slice %1</source>
        <translation>层面 %1</translation>
    </message>
    <message>
        <source>%1×</source>
        <comment>zoom</comment>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Look-up table of the image</source>
        <translation>影像自带的查找表</translation>
    </message>
    <message>
        <source>INCOMPLETE: pixels are missing</source>
        <translation>不完整：缺少像素</translation>
    </message>
    <message>
        <source>DAMAGED: do not rely on this image</source>
        <translation>已损坏：请勿依据此图像</translation>
    </message>
    <message>
        <source>Turned %1°</source>
        <translation>已旋转 %1°</translation>
    </message>
    <message>
        <source>MIRRORED</source>
        <translation>已镜像</translation>
    </message>
    <message>
        <source>%1, true size</source>
        <comment>zoom</comment>
        <translation>%1，实际大小</translation>
    </message>
    <message>
        <source>PREVIEW: the full image is coming</source>
        <translation>预览：完整图像加载中</translation>
    </message>
    <message>
        <source>Characters: %1, chosen by hand</source>
        <translation>字符集：%1（手动选择）</translation>
    </message>
    <message>
        <source>Location %1 mm</source>
        <translation>层面位置 %1 mm</translation>
    </message>
    <message>
        <source>Right side</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>Left side</source>
        <translation>左侧</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>双侧</translation>
    </message>
    <message>
        <source>LOSSY, ratio not stated</source>
        <translation>有损压缩，未注明压缩比</translation>
    </message>
    <message>
        <source>LOSSY %1</source>
        <comment>ratio</comment>
        <translation>有损压缩 %1</translation>
    </message>
    <message>
        <source>NOT MEASURED: values are as stored</source>
        <translation>非测量值：按存储值显示</translation>
    </message>
    <message>
        <source>INCOMPLETE: frames %1</source>
        <comment>&quot;3/120&quot;, those that are there of those that are stated</comment>
        <translation>不完整：帧 %1</translation>
    </message>
    <message>
        <source>True size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>True size %1</source>
        <comment>of the image, and on what ground</comment>
        <translation>实际大小（%1）</translation>
    </message>
    <message>
        <source>Screen not calibrated</source>
        <translation>屏幕未校准</translation>
    </message>
    <message>
        <source>Image %1</source>
        <translation>图像 %1</translation>
    </message>
    <message>
        <source>ATTENUATION CORRECTION NOT STATED</source>
        <translation>未注明衰减校正</translation>
    </message>
    <message>
        <source>NOT CORRECTED FOR ATTENUATION</source>
        <translation>未作衰减校正</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between words of a corner</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>loss, methods</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: 0 to %2</source>
        <comment>a PET, its colour scale</comment>
        <translation>%1：0 至 %2</translation>
    </message>
    <message>
        <source>%1: SUV 0 to %2</source>
        <comment>a PET, its colour scale</comment>
        <translation>%1：SUV 0 至 %2</translation>
    </message>
    <message>
        <source>COLOURS NOT SHOWN: some greys mean nothing</source>
        <translation>彩色未显示：部分灰度没有意义</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::PlaneView</name>
    <message>
        <source>UNEVEN SPACING</source>
        <translation>层间距不均匀</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>GAPS BETWEEN SLICES</source>
        <translation>层间有间隙</translation>
    </message>
    <message>
        <source>Presentation state NOT APPLIED</source>
        <translation>呈现状态未应用</translation>
    </message>
    <message>
        <source>%1 · opacity %2 %</source>
        <comment>slab, of the PET over it</comment>
        <translation>%1 · PET 不透明度 %2%</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::PresentationCommands</name>
    <message>
        <source>None: as the image itself wants it</source>
        <translation>无：按图像自身设置</translation>
    </message>
    <message>
        <source>Presentation state</source>
        <translation>呈现状态</translation>
    </message>
    <message>
        <source>Show the images as somebody left them: window, turn, shutter, drawings</source>
        <translation>按他人保存的样子显示图像：窗宽窗位、旋转、遮挡、标注</translation>
    </message>
    <message>
        <source>Next presentation state</source>
        <translation>下一个呈现状态</translation>
    </message>
    <message>
        <source>Without presentation state</source>
        <translation>不用呈现状态</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::Print</name>
    <message>
        <source>NO TRUE SIZE: not calibrated</source>
        <translation>非实际大小：未校准</translation>
    </message>
    <message>
        <source>True size 1:1, %1</source>
        <comment>on what ground</comment>
        <translation>实际大小 1:1，%1</translation>
    </message>
    <message>
        <source>%1 × true size, %2</source>
        <comment>factor, on what ground</comment>
        <translation>实际大小的 %1 倍，%2</translation>
    </message>
    <message>
        <source>Part of the picture</source>
        <translation>仅为图像的一部分</translation>
    </message>
    <message>
        <source>Paper print: not for diagnosis</source>
        <translation>纸质打印，不用于诊断</translation>
    </message>
    <message>
        <source>Printed %1 by %2</source>
        <comment>when, who</comment>
        <translation>%2 打印于 %1</translation>
    </message>
    <message>
        <source>If this line is not %1 mm long, the size is not true</source>
        <translation>若此线不是 %1 mm 长，则尺寸不真实</translation>
    </message>
    <message>
        <source>The images name no patient; the name is that of the visit</source>
        <translation>图像未注明患者；姓名取自本次就诊</translation>
    </message>
    <message>
        <source>True size 1:1, as the presentation state says</source>
        <translation>实际大小 1:1，依据呈现状态</translation>
    </message>
    <message>
        <source>NO TRUE SIZE, which the presentation state wants</source>
        <translation>非实际大小（呈现状态要求实际大小）</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::PrintCommands</name>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Print pictures on paper, on film or into a PDF file, several on a page, in true size</source>
        <translation>打印到纸张、胶片或 PDF 文件，每页可排多幅，可按实际大小打印</translation>
    </message>
    <message>
        <source>Film print: not for diagnosis</source>
        <translation>胶片打印件，不用于诊断</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::PrintDialog</name>
    <message>
        <source>Patient, study and texts of the corners</source>
        <translation>患者、检查信息和四角文字</translation>
    </message>
    <message>
        <source>Measurements, as on the screen</source>
        <translation>测量标注（与屏幕一致）</translation>
    </message>
    <message>
        <source>… with their values</source>
        <translation>……连同测量值</translation>
    </message>
    <message>
        <source>True size (1:1)</source>
        <translation>实际大小（1:1）</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Print images</source>
        <translation>打印图像</translation>
    </message>
    <message>
        <source>The picture that is shown</source>
        <translation>当前显示的图像</translation>
    </message>
    <message>
        <source>All viewports, as they are laid out</source>
        <translation>所有视口（按当前布局）</translation>
    </message>
    <message>
        <source>Pictures of the series</source>
        <translation>序列中的图像</translation>
    </message>
    <message>
        <source>A millimetre of the body is one on paper, where the image states its spacing</source>
        <translation>图像注明像素间距时，人体 1 毫米在纸上也是 1 毫米</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What:</source>
        <translation>内容：</translation>
    </message>
    <message>
        <source>On a page:</source>
        <translation>每页：</translation>
    </message>
    <message>
        <source>Printer:</source>
        <translation>打印机：</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>文件：</translation>
    </message>
    <message>
        <source>Paper:</source>
        <translation>纸张：</translation>
    </message>
    <message>
        <source>First picture</source>
        <translation>第一幅</translation>
    </message>
    <message>
        <source>Last picture</source>
        <translation>最后一幅</translation>
    </message>
    <message>
        <source>Each … picture</source>
        <translation>每隔几幅取一幅</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>PDF file</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>%1 × %2 mm</source>
        <translation>%1 × %2 mm</translation>
    </message>
    <message>
        <source>No picture is chosen: the first one stands behind the last.</source>
        <translation>没有选中图像：第一幅排在最后一幅之后。</translation>
    </message>
    <message>
        <source>That is %1 pages; at most %2 are printed at once. Choose more pictures on a page, or fewer pictures.</source>
        <translation>共 %1 页；一次最多打印 %2 页。请增加每页图像数，或减少图像。</translation>
    </message>
    <message>
        <source>Choose the file the pages are written to.</source>
        <translation>请选择写入的文件。</translation>
    </message>
    <message>
        <source>A file of that name is there. Choose another name; nothing is overwritten.</source>
        <translation>已有同名文件。请另选名称；不会覆盖任何文件。</translation>
    </message>
    <message>
        <source>The pages name the patient. The print is recorded.</source>
        <translation>页面上有患者姓名。本次打印会被记录。</translation>
    </message>
    <message>
        <source>Nobody is named beside the pictures. Look yourself whether a name is burnt into one. The print is recorded.</source>
        <translation>图像旁不写姓名。请自行检查图像内是否烧录了姓名。本次打印会被记录。</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>Preview, page %1</source>
        <translation>预览，第 %1 页</translation>
    </message>
    <message>
        <source>File for the print</source>
        <translation>打印到文件</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Film: %1</source>
        <translation>胶片：%1</translation>
    </message>
    <message>
        <source>A film printer fits the page to its film: nothing on it has its true size</source>
        <translation>胶片打印机会按胶片缩放页面，因此不能保证实际大小</translation>
    </message>
    <message>
        <source>A film that the printer has taken cannot be taken back; it is told film by film.</source>
        <translation>打印机已接收的胶片无法撤回；结果按胶片逐张告知。</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>纵向</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>From, to, every nth:</source>
        <translation>从、到、每隔几张：</translation>
    </message>
    <message>
        <source>Orientation:</source>
        <translation>纸张方向：</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::PrintLine</name>
    <message>
        <source>Printing page %1 of %2…</source>
        <translation>正在打印第 %1 页，共 %2 页…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>%1 of %2 pages went to %3</source>
        <translation>%2 页中已有 %1 页送至 %3</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>未打印</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are missing on paper</source>
        <translation>
            <numerusform>纸上缺少 %n 幅图像</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>Printing film %1 of %2…</source>
        <translation>正在打印第 %1 张胶片，共 %2 张…</translation>
    </message>
    <message>
        <source>Not all printed</source>
        <translation>未全部打印</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are missing on film</source>
        <translation>
            <numerusform>胶片上缺少 %n 幅图像</numerusform>
        </translation>
    </message>
    <message>
        <source>Printed otherwise than asked</source>
        <translation>打印结果与要求不同</translation>
    </message>
    <message>
        <source>Look at the films: the printer says %1.</source>
        <translation>请查看胶片，打印机报告：%1。</translation>
    </message>
    <message>
        <source>%1 of %2 films were taken by %3</source>
        <translation>打印机 %3 已接收 %1 张胶片，共 %2 张</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::Regions</name>
    <message>
        <source>no lengths here: an axis is time, speed or another quantity</source>
        <translation>此处不能测长度：有一个轴是时间、速度或其他量</translation>
    </message>
    <message>
        <source>%1 mm in a pixel</source>
        <translation>每像素 %1 mm</translation>
    </message>
    <message>
        <source>%1 × %2 mm in a pixel</source>
        <comment>width, height</comment>
        <translation>每像素 %1 × %2 mm</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::ReportDocument</name>
    <message>
        <source>%1, page %2 of %3</source>
        <translation>%1，第 %2 页，共 %3 页</translation>
    </message>
    <message>
        <source>The PDF &quot;%1&quot; cannot be shown here. Save it as a file and open it with another program.</source>
        <translation>PDF“%1”无法在此显示。请保存为文件后用其他程序打开。</translation>
    </message>
    <message>
        <source>The document &quot;%1&quot; (%2) cannot be shown here. Save it as a file and open it with another program.</source>
        <translation>文档“%1”（%2）无法在此显示。请保存为文件后用其他程序打开。</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>正在打开 %1…</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::ReportEcg</name>
    <message>
        <source>Recording on millimetre paper</source>
        <translation>毫米方格纸上的记录</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::ReportPresentation</name>
    <message>
        <source>The image that this state names is not among the patient&apos;s images.</source>
        <translation>此呈现状态引用的图像不在该患者的图像之中。</translation>
    </message>
    <message>
        <source>Reading the image…</source>
        <translation>正在读取图像…</translation>
    </message>
    <message>
        <source>image %1 of %2</source>
        <translation>图像 %1/%2</translation>
    </message>
    <message>
        <source>Images as a presentation state shows them</source>
        <translation>按呈现状态显示的图像</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::ReportText</name>
    <message>
        <source>: </source>
        <comment>between what a line of a report speaks of and what it says</comment>
        <translation>：</translation>
    </message>
    <message>
        <source>No name in the report</source>
        <translation>报告中无姓名</translation>
    </message>
    <message>
        <source>ID %1</source>
        <translation>ID %1</translation>
    </message>
    <message>
        <source>born %1</source>
        <translation>出生 %1</translation>
    </message>
    <message>
        <source>report of %1</source>
        <translation>报告日期 %1</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::ReportTree</name>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::ReportView</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Not all of it is shown</source>
        <translation>未完整显示</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>未审核</translation>
    </message>
    <message>
        <source>Nobody has verified this report.</source>
        <translation>此报告尚未经人审核。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>As a tree</source>
        <translation>树状</translation>
    </message>
    <message>
        <source>The report as a tree of its items, or as text</source>
        <translation>以条目树或文本显示报告</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Print what is shown</source>
        <translation>打印当前显示内容</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save the document as a file</source>
        <translation>将文档保存为文件</translation>
    </message>
    <message>
        <source>Save the document</source>
        <translation>保存文档</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::ScaleBar</name>
    <message>
        <source>by pixel spacing</source>
        <translation>按像素间距</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>已校准</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>估算值</translation>
    </message>
    <message>
        <source>at detector</source>
        <translation>探测器平面</translation>
    </message>
    <message>
        <source>on film</source>
        <translation>胶片平面</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a length, on what ground</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>calibrated (geometry)</source>
        <translation>已校准（几何）</translation>
    </message>
    <message>
        <source>calibrated (fiducial)</source>
        <translation>已校准（标记物）</translation>
    </message>
    <message>
        <source>by pixel spacing, unknown whether at detector</source>
        <translation>按像素间距，影像未注明是否为探测器平面</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::ScreenCalibration</name>
    <message>
        <source>Measure this screen</source>
        <translation>校准此屏幕</translation>
    </message>
    <message>
        <source>True size by a card held to the screen, not by what the screen says of itself</source>
        <translation>用贴在屏幕上的卡片校准实际大小，不依赖屏幕自身信息</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::ScrollSync</name>
    <message>
        <source>Linked by position</source>
        <translation>按位置联动</translation>
    </message>
    <message>
        <source>Linked by number</source>
        <translation>按序号联动</translation>
    </message>
    <message>
        <source>%1 mm away, linked by position</source>
        <translation>相距 %1 mm，按位置联动</translation>
    </message>
    <message>
        <source>%1 mm away, linked by mm</source>
        <translation>相差 %1 mm，按毫米联动</translation>
    </message>
    <message>
        <source>Linked by mm</source>
        <translation>按毫米联动</translation>
    </message>
    <message>
        <source>Offset %1, linked by number</source>
        <translation>偏移 %1，按序号联动</translation>
    </message>
    <message>
        <source>Not linked: another plane or kind</source>
        <translation>未联动：层面方向或影像类型不同</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::Search</name>
    <message>
        <source>Asking %1…</source>
        <translation>正在查询 %1…</translation>
    </message>
    <message>
        <source>You stopped it</source>
        <translation>已停止检索</translation>
    </message>
    <message>
        <source>Search again when you like.</source>
        <translation>可随时重新检索。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::Segments</name>
    <message>
        <source>%1: %2</source>
        <comment>number and name of a segment</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Segment %1</source>
        <comment>number and name</comment>
        <translation>分割区 %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more segments</source>
        <translation>
            <numerusform>另有 %n 个分割区</numerusform>
        </translation>
    </message>
    <message>
        <source>No segment</source>
        <translation>不属任何分割区</translation>
    </message>
    <message>
        <source>Segment %1, which the file does not name</source>
        <translation>分割区 %1（文件未命名）</translation>
    </message>
    <message>
        <source>Outside segment %1</source>
        <comment>number and name</comment>
        <translation>在分割区 %1 之外</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::SendCommands</name>
    <message>
        <source>Send…</source>
        <translation>发送…</translation>
    </message>
    <message>
        <source>Send key images, what was saved, or the study to an archive (PACS)</source>
        <translation>将关键图像、已保存的内容或整个检查发送到归档（PACS）</translation>
    </message>
    <message>
        <source>No archive is set up: the administrator names one in the settings</source>
        <translation>未设置归档：由管理员在设置中指定</translation>
    </message>
    <message>
        <source>Images of another patient are not sent</source>
        <translation>不发送其他患者的影像</translation>
    </message>
    <message>
        <source>Key images to %1 (%2)</source>
        <translation>关键图像发送到 %1（%2）</translation>
    </message>
    <message>
        <source>Reports and presentation states to %1 (%2)</source>
        <translation>报告与呈现状态发送到 %1（%2）</translation>
    </message>
    <message>
        <source>The whole study to %1 (%2)</source>
        <translation>整个检查发送到 %1（%2）</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::SendingLine</name>
    <message>
        <source>%1 of %2 files sent</source>
        <translation>已发送 %1/%2 个文件</translation>
    </message>
    <message>
        <source>To: %1</source>
        <comment>archive</comment>
        <translation>发送到：%1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>仅%1</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>You stopped it.</source>
        <translation>您已停止。</translation>
    </message>
    <message>
        <source>The archive took fewer files than were sent.</source>
        <translation>归档接收的文件少于发送的文件。</translation>
    </message>
    <message>
        <source>%1 refused. The first: %2</source>
        <translation>%1 个被拒收。第一个：%2</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再次询问</translation>
    </message>
    <message>
        <source>The archive is asked whether it keeps them …</source>
        <translation>正在询问影像归档系统是否已保存 …</translation>
    </message>
    <message>
        <source>No answer within %1 s whether the archive keeps them; asked again …</source>
        <translation>影像归档系统在 %1 秒内未答复是否已保存；已再次询问 …</translation>
    </message>
    <message>
        <source>The archive has confirmed %1 of %2.</source>
        <translation>影像归档系统已确认保存 %1／%2。</translation>
    </message>
    <message>
        <source>%1 Not confirmed: %2</source>
        <comment>sentence, reason</comment>
        <translation>%1未确认：%2</translation>
    </message>
    <message>
        <source>Not confirmed: no answer within %1 s. Asked %2 times.</source>
        <translation>未确认：%1 秒内无答复。已询问 %2 次。</translation>
    </message>
    <message>
        <source>Not confirmed: %1</source>
        <translation>未确认：%1</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::SeriesBar</name>
    <message>
        <source>images: %1</source>
        <translation>影像数：%1</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::SeriesShelf</name>
    <message>
        <source>Small pictures</source>
        <translation>缩略图</translation>
    </message>
    <message>
        <source>Show the series as small pictures; drag one into a viewport</source>
        <translation>以缩略图显示各序列；可拖入视口</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::SeriesStrip</name>
    <message>
        <source>Series as small pictures</source>
        <translation>序列缩略图</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::SeriesTiles</name>
    <message>
        <source>%1, %2, images %3 of %4 loaded</source>
        <translation>%1，%2，已加载 %3/%4 幅</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>关键 %1</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::SheetMaker</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>Picture %1 of %2 is missing.</source>
        <translation>缺少第 %1 幅（共 %2 幅）。</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::TransferCommands</name>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Save pictures or DICOM files to a folder, with or without the patient&apos;s name</source>
        <translation>将图片或 DICOM 文件保存到文件夹，可含或不含患者姓名</translation>
    </message>
    <message>
        <source>Attach what was copied</source>
        <translation>存入已复制的内容</translation>
    </message>
    <message>
        <source>Attach the image files or folders that were copied in the file manager</source>
        <translation>将在文件管理器中复制的图像文件或文件夹存入病历</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::TransferLine</name>
    <message>
        <source>%1 of %2 images</source>
        <translation>%1/%2 幅影像</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 幅影像</translation>
    </message>
    <message numerus="yes">
        <source>%n more studies after it</source>
        <translation>
            <numerusform>其后还有 %n 个检查</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Not received</source>
        <translation>未能接收</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>You stopped it.</source>
        <translation>您已停止接收。</translation>
    </message>
    <message>
        <source>The archive sent fewer images than it has.</source>
        <translation>归档发送的影像少于其所有。</translation>
    </message>
    <message>
        <source>Get the rest</source>
        <translation>继续接收其余影像</translation>
    </message>
    <message>
        <source>Attach what is here</source>
        <translation>归入已收到的影像</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>仅收到 %1</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::ViewCommands</name>
    <message>
        <source>Turn left</source>
        <translation>左转 90°</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>右转 90°</translation>
    </message>
    <message>
        <source>Mirror left and right</source>
        <translation>左右翻转</translation>
    </message>
    <message>
        <source>Mirror top and bottom</source>
        <translation>上下翻转</translation>
    </message>
    <message>
        <source>True size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>A millimetre of the body is a millimetre on this screen</source>
        <translation>人体 1 毫米即屏幕 1 毫米</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation>放大镜</translation>
    </message>
    <message>
        <source>Overlays of the image</source>
        <translation>图像叠加层</translation>
    </message>
    <message>
        <source>Marks that the device laid over the image</source>
        <translation>设备叠加在图像上的标记</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Move picture left</source>
        <translation>图像左移</translation>
    </message>
    <message>
        <source>Move picture right</source>
        <translation>图像右移</translation>
    </message>
    <message>
        <source>Move picture up</source>
        <translation>图像上移</translation>
    </message>
    <message>
        <source>Move picture down</source>
        <translation>图像下移</translation>
    </message>
    <message>
        <source>Calibrated regions</source>
        <translation>标定区域</translation>
    </message>
    <message>
        <source>Where an ultrasound image has which scale, and where it has none</source>
        <translation>超声图像各区域的标尺，以及无标尺之处</translation>
    </message>
    <message>
        <source>1:1</source>
        <translation>1:1</translation>
    </message>
    <message>
        <source>A pixel of the image is a pixel of the screen</source>
        <translation>图像的一个像素对应屏幕的一个像素</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::Viewport</name>
    <message>
        <source>Image viewport</source>
        <translation>影像视口</translation>
    </message>
    <message>
        <source>%1: arrow keys move the cross, Enter sets a point</source>
        <translation>%1：方向键移动十字，Enter 取点</translation>
    </message>
    <message>
        <source>No true size: this screen does not say how large it is</source>
        <translation>无法按实际大小显示：屏幕未提供物理尺寸</translation>
    </message>
    <message>
        <source>Not calibrated: the image states no spacing</source>
        <translation>未校准：图像未给出像素间距</translation>
    </message>
    <message>
        <source>KEY IMAGE</source>
        <translation>关键图像</translation>
    </message>
    <message>
        <source>Presentation state</source>
        <translation>呈现状态</translation>
    </message>
    <message>
        <source>Presentation state %1</source>
        <translation>呈现状态 %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <comment>author of a presentation state</comment>
        <translation>作者 %1</translation>
    </message>
    <message>
        <source>NOT APPLIED to this image</source>
        <translation>未应用于本图像</translation>
    </message>
    <message>
        <source>NOT ALL OF IT is applied</source>
        <translation>未全部应用</translation>
    </message>
    <message>
        <source>Arrow keys move the label, Enter leaves it there, Esc takes it back</source>
        <translation>方向键移动标注文字，回车确定，Esc 还原</translation>
    </message>
    <message>
        <source>PART OF THE IMAGE</source>
        <comment>the rest is cut off by a presentation state</comment>
        <translation>仅为图像的一部分</translation>
    </message>
    <message>
        <source>Drag a series here</source>
        <translation>将序列拖到此处</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::ViewportScreens</name>
    <message>
        <source>Put the viewport on another screen, or bring it back</source>
        <translation>把视口移到另一屏幕，或移回</translation>
    </message>
    <message>
        <source>%1, %2 × %3</source>
        <comment>screen, its size</comment>
        <translation>%1，%2 × %3</translation>
    </message>
    <message>
        <source>On another screen</source>
        <translation>在另一屏幕上</translation>
    </message>
    <message>
        <source>A layout with one viewport more (Y) gives the panel another one.</source>
        <translation>选择多一个视口的布局（Y），面板即可再显示一个视口。</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>移回</translation>
    </message>
    <message>
        <source>Viewport back into the panel</source>
        <translation>视口移回面板</translation>
    </message>
    <message>
        <source>Viewport to screen %1</source>
        <translation>视口移到屏幕 %1</translation>
    </message>
    <message>
        <source>Viewport to another screen</source>
        <translation>视口移到另一屏幕</translation>
    </message>
    <message>
        <source>Its screen is gone: the viewport is here again</source>
        <translation>所在屏幕已断开，视口已移回此处</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::ViewportWindow</name>
    <message>
        <source>Image viewport</source>
        <translation>影像视口</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::Volume</name>
    <message>
        <source>Axial</source>
        <translation>横断面</translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation>冠状面</translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation>矢状面</translation>
    </message>
    <message>
        <source>Uneven slice spacing (%1): the planes are resampled. Check lengths on the slices.</source>
        <translation>层间距不均匀（%1）：各平面为重采样结果，长度请在原始层面上核对。</translation>
    </message>
    <message>
        <source>Gantry tilt of %1°, taken into account.</source>
        <translation>机架倾斜 %1°，已校正。</translation>
    </message>
    <message>
        <source>INCOMPLETE: pixels are missing in some slices.</source>
        <translation>不完整：部分层面缺少像素。</translation>
    </message>
    <message>
        <source>DAMAGED: do not rely on these planes.</source>
        <translation>图像已损坏：请勿依据这些平面作判断。</translation>
    </message>
    <message>
        <source>Oblique (%1)</source>
        <comment>plane</comment>
        <translation>斜面（%1）</translation>
    </message>
    <message>
        <source>Mean</source>
        <comment>slab</comment>
        <translation>平均</translation>
    </message>
    <message>
        <source>MIP</source>
        <translation>MIP</translation>
    </message>
    <message>
        <source>MinIP</source>
        <translation>MinIP</translation>
    </message>
    <message>
        <source>%1, %2 mm</source>
        <comment>mode and thickness of a slab</comment>
        <translation>%1，%2 mm</translation>
    </message>
    <message>
        <source>by volume geometry, UNEVEN spacing</source>
        <translation>按容积几何，层间距不均匀</translation>
    </message>
    <message>
        <source>by volume geometry</source>
        <translation>按容积几何</translation>
    </message>
    <message>
        <source>projected in a slab of %1 mm</source>
        <translation>%1 mm 层块内的投影长度</translation>
    </message>
    <message>
        <source>NOT MEASURED: values are as stored</source>
        <translation>非测量值：按存储值显示</translation>
    </message>
    <message>
        <source>GAPS between the slices (%1, thickness and distance): what is shown there was never scanned, or slices are missing.</source>
        <translation>层与层之间有间隙（%1，层厚和层距）：间隙处未经扫描，或缺少层面。</translation>
    </message>
    <message>
        <source>No slab</source>
        <translation>单层（无层块）</translation>
    </message>
    <message>
        <source>over GAPS between slices</source>
        <translation>跨越层间间隙</translation>
    </message>
    <message>
        <source>COLOURS NOT SHOWN: some greys mean nothing</source>
        <translation>彩色未显示：部分灰度没有意义</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::VolumeCommands</name>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>Thin</source>
        <translation>薄层</translation>
    </message>
    <message>
        <source>Thickness of the planes and what is shown of it: mean, MIP, MinIP</source>
        <translation>平面的厚度及其显示方式：平均、MIP、MinIP</translation>
    </message>
    <message>
        <source>Next slab mode</source>
        <translation>切换层块模式</translation>
    </message>
    <message>
        <source>Thinner</source>
        <translation>减薄</translation>
    </message>
    <message>
        <source>Thicker</source>
        <translation>增厚</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Click both ends on a plane, or put the cross there and press Enter</source>
        <translation>在平面上点击两端，或移动十字到端点后按回车</translation>
    </message>
    <message>
        <source>PET</source>
        <translation>PET</translation>
    </message>
    <message>
        <source>The PET of this study in colour over the planes</source>
        <translation>将本检查的 PET 以伪彩叠加在各平面上</translation>
    </message>
    <message>
        <source>PET clearer</source>
        <translation>降低 PET 不透明度</translation>
    </message>
    <message>
        <source>PET denser</source>
        <translation>提高 PET 不透明度</translation>
    </message>
    <message>
        <source>Remove the last length</source>
        <translation>删除最后一条长度</translation>
    </message>
    <message>
        <source>One plane</source>
        <translation>单平面</translation>
    </message>
    <message>
        <source>The plane with the focus alone, and back</source>
        <translation>仅显示当前平面，再按一次恢复</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>复位</translation>
    </message>
    <message>
        <source>Planes as the patient lies, through the middle</source>
        <translation>各平面恢复为标准方位并通过中心</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back to the slices</source>
        <translation>返回层面图像</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::VolumeOpener</name>
    <message>
        <source>Planes (MPR)</source>
        <translation>多平面重建 (MPR)</translation>
    </message>
    <message>
        <source>Axial, coronal, sagittal and oblique planes through the series</source>
        <translation>该序列的横断面、冠状面、矢状面与斜面重建</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::VolumeView</name>
    <message>
        <source>Planes through the volume</source>
        <translation>容积的多平面重建</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>容积数据</translation>
    </message>
    <message>
        <source>The slices become a volume.</source>
        <translation>正在由各层面生成容积。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The PET slices become a volume.</source>
        <translation>正在由 PET 层面生成容积。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::WatchLine</name>
    <message>
        <source>The watched folder is not read</source>
        <translation>未读取监视的文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%n more studies of this patient</source>
        <translation>
            <numerusform>该患者另有 %n 项检查</numerusform>
        </translation>
    </message>
    <message>
        <source>They are checked before they are put on the record.</source>
        <translation>记入病历前会先核对。</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message numerus="yes">
        <source>%n more images of a study on record</source>
        <translation>
            <numerusform>已附检查另有 %n 幅图像</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>simiao::viewer::WorklistAccess</name>
    <message>
        <source>Worklist…</source>
        <translation>设备工作列表…</translation>
    </message>
    <message>
        <source>Look at what is planned on CT, MR and other devices</source>
        <translation>查看 CT、MR 等设备的预约检查</translation>
    </message>
    <message>
        <source>No worklist is set up: the administrator does that under Archives</source>
        <translation>未设置设备工作列表服务器：由管理员在“影像归档”中设置</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::WorklistDialog</name>
    <message>
        <source>Modality worklist</source>
        <translation>设备工作列表</translation>
    </message>
    <message>
        <source>Worklist</source>
        <translation>预约服务器</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>To</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>检查类型</translation>
    </message>
    <message>
        <source>Station AE</source>
        <translation>设备 AE 标题</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>such as CT, MR, DX</source>
        <translation>例如 CT、MR、DX</translation>
    </message>
    <message>
        <source>such as CT1; * for any signs</source>
        <translation>例如 CT1；* 代表任意字符</translation>
    </message>
    <message>
        <source>such as 王小明 or Wang^Xiao*</source>
        <translation>例如 王小明 或 Wang^Xiao*</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>检索</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation>复制本行</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Planned examinations</source>
        <translation>预约的检查</translation>
    </message>
    <message>
        <source>Nothing of this kind is planned</source>
        <translation>没有符合条件的预约</translation>
    </message>
    <message>
        <source>Look at other days, or leave fields empty.</source>
        <translation>请更换日期，或将条件留空。</translation>
    </message>
</context>
<context>
    <name>simiao::viewer::WorklistTable</name>
    <message>
        <source>Planned</source>
        <translation>预约时间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Examination</source>
        <translation>检查项目</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Accession number</source>
        <translation>检查号</translation>
    </message>
</context>
<context>
    <name>simiao::waitingroom::BoardModel</name>
    <message>
        <source>Nobody is called yet.</source>
        <translation>尚未叫号。</translation>
    </message>
    <message>
        <source>Please come in · %1</source>
        <translation>请就诊 · %1</translation>
    </message>
    <message>
        <source>Called at %1</source>
        <translation>%1 呼叫</translation>
    </message>
    <message>
        <source>Also called: %1</source>
        <translation>同时呼叫：%1</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>下一位：%1</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>候诊 %1 人</translation>
    </message>
</context>
<context>
    <name>simiao::waitingroom::WaitingRoom</name>
    <message>
        <source>The queue is being read.</source>
        <translation>正在读取候诊队列。</translation>
    </message>
    <message>
        <source>Nobody is waiting. Calls appear here.</source>
        <translation>无人候诊，叫号将显示在此处。</translation>
    </message>
    <message>
        <source>Data from %1. It is tried again; ask at the front desk.</source>
        <translation>数据截至 %1，正在重试，请咨询服务台。</translation>
    </message>
    <message>
        <source>The queue cannot be read. It is tried again; ask at the front desk.</source>
        <translation>无法读取候诊队列，正在重试，请咨询服务台。</translation>
    </message>
    <message>
        <source>Waiting room</source>
        <translation>候诊区</translation>
    </message>
</context>
</TS>
