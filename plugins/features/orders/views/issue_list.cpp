#include "orders/views/issue_list.h"

#include "orders/models/order_text.h"
#include "sdk/rule_text.h"
#include "ui/widgets/notice_line.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace simiao::orders {

namespace {

ui::Severity shownAs(Severity severity)
{
    switch (severity) {
    case Severity::Notice: return ui::Severity::Note;
    case Severity::Confirm: return ui::Severity::Warn;
    case Severity::Block: return ui::Severity::Block;
    }
    return ui::Severity::Note;
}

QString signatureOf(const Issue &issue)
{
    return u'|' + issue.code + issue.rule.id + issue.evidence.zh + QString::number(int(issue.severity));
}

QString signatureOf(const workflow::PreparedLine &line)
{
    QString signature = u'\n' + line.medication.code;
    for (const auto &issue : line.issues)
        signature += signatureOf(issue);
    return signature;
}

QString signatureOf(const IssueList::Findings &findings)
{
    QString signature = findings.maySplit ? QStringLiteral("split") : QString();
    for (const auto &line : findings.lines)
        signature += signatureOf(line);
    for (const auto &sheet : findings.sheets)
        signature += u'\n' + QString::number(sheet.sheet) + signatureOf(sheet.issue);
    return findings.typed ? signature + signatureOf(*findings.typed) : signature;
}

bool needsReason(const workflow::PreparedLine &line)
{
    return !line.issues.empty() && line.issues.front().severity == Severity::Confirm;
}

} // namespace

IssueList::IssueList(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
}

void IssueList::show(const Findings &findings, const QString &language)
{
    const QString signature = language + signatureOf(findings);
    if (signature == m_shown)
        return;
    m_shown = signature;
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    m_reasons.clear();
    m_gravest.clear();
    m_gravestSeverity = Severity::Notice;
    for (const auto &sheet : findings.sheets)
        addSheetFinding(sheet, findings.maySplit, language);
    for (int i = 0; i < int(findings.lines.size()); ++i) {
        const auto &line = findings.lines[std::size_t(i)];
        for (const auto &issue : line.issues)
            addFinding(line, issue, language);
        if (needsReason(line))
            addReason(i, line);
    }
    if (findings.typed) {
        for (const auto &issue : findings.typed->issues)
            addFinding(*findings.typed, issue, language);
    }
    m_isEmpty = m_column->count() == 0;
}

void IssueList::addFinding(const workflow::PreparedLine &line, const Issue &issue, const QString &language)
{
    addNotice(issue, drugName(line.medication, language), {}, language);
}

void IssueList::addSheetFinding(const workflow::SheetFinding &finding, bool maySplit, const QString &language)
{
    const bool isTooLong = finding.issue.code == QLatin1String("prescription.maxLines");
    const QStringList actions =
        isTooLong && maySplit ? QStringList{tr("Write several prescriptions")} : QStringList{};
    auto *notice = addNotice(finding.issue, tr("Prescription %1").arg(finding.sheet), actions, language);
    notice->setObjectName(QStringLiteral("consult.orders.sheet.%1").arg(finding.sheet));
    // Later: what is wanted takes this notice away, link and all.
    connect(notice, &ui::NoticeLine::triggered, this, &IssueList::splitWanted, Qt::QueuedConnection);
}

ui::NoticeLine *IssueList::addNotice(const Issue &issue,
                                     const QString &lead,
                                     const QStringList &actions,
                                     const QString &language)
{
    const QString text = issueText(issue, language);
    auto *notice =
        new ui::NoticeLine({shownAs(issue.severity), lead, text, sdk::ruleText(issue.rule), actions});
    m_column->addWidget(notice);
    if (m_gravest.isEmpty() || issue.severity > m_gravestSeverity) {
        m_gravest = text;
        m_gravestSeverity = issue.severity;
    }
    return notice;
}

void IssueList::addReason(int index, const workflow::PreparedLine &line)
{
    auto *reason = new QLineEdit(line.draft.overrideReason);
    reason->setObjectName(QStringLiteral("consult.orders.reason.%1").arg(index + 1));
    reason->setPlaceholderText(tr("Reason for ordering it all the same"));
    reason->setAccessibleName(tr("Reason"));
    connect(reason, &QLineEdit::textEdited, this,
            [this, index](const QString &text) { Q_EMIT reasonEdited(index, text); });
    m_column->addWidget(reason);
    m_reasons.append(reason);
}

QWidget *IssueList::focusMissingReason()
{
    for (auto *reason : m_reasons) {
        if (reason->text().trimmed().isEmpty()) {
            reason->setFocus(Qt::ShortcutFocusReason);
            return reason;
        }
    }
    return nullptr;
}

} // namespace simiao::orders
