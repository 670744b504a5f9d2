#include "orders/views/issue_list.h"

#include "orders/models/order_text.h"
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

QString signatureOf(const workflow::PreparedLine &line)
{
    QString signature = line.medication.code;
    for (const auto &issue : line.issues)
        signature += u'|' + issue.code + issue.evidence.zh;
    return signature;
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

void IssueList::show(const std::vector<workflow::PreparedLine> &lines,
                     const std::optional<workflow::PreparedLine> &typed,
                     const QString &language)
{
    QString signature = language;
    for (const auto &line : lines)
        signature += u'\n' + signatureOf(line);
    signature += typed ? u'\n' + signatureOf(*typed) : QString();
    if (signature == m_shown)
        return;
    m_shown = signature;
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    m_reasons.clear();
    m_gravest.clear();
    m_gravestSeverity = Severity::Notice;
    for (int i = 0; i < int(lines.size()); ++i) {
        const auto &line = lines[std::size_t(i)];
        for (const auto &issue : line.issues)
            addFinding(line, issue, language);
        if (needsReason(line))
            addReason(i, line);
    }
    if (typed) {
        for (const auto &issue : typed->issues)
            addFinding(*typed, issue, language);
    }
    setVisible(m_column->count() > 0);
}

void IssueList::addFinding(const workflow::PreparedLine &line, const Issue &issue, const QString &language)
{
    const QString text = issueText(issue, language);
    auto *notice =
        new ui::NoticeLine({shownAs(issue.severity), drugName(line.medication, language), text, {}, {}});
    m_column->addWidget(notice);
    if (m_gravest.isEmpty() || issue.severity > m_gravestSeverity) {
        m_gravest = text;
        m_gravestSeverity = issue.severity;
    }
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

bool IssueList::focusMissingReason()
{
    for (auto *reason : m_reasons) {
        if (reason->text().trimmed().isEmpty()) {
            reason->setFocus(Qt::ShortcutFocusReason);
            return true;
        }
    }
    return false;
}

} // namespace simiao::orders
