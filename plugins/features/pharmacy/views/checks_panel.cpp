#include "pharmacy/views/checks_panel.h"

#include "sdk/rule_text.h"
#include "ui/theme/simiao_style.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/text_label.h"

#include <QVBoxLayout>

namespace simiao::pharmacy {

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

ui::TextLabel *paragraph(const QString &name, ui::TextLabel::Ink ink)
{
    auto *label = new ui::TextLabel({}, ui::Type::Base, ink);
    const auto &rhythm = ui::SimiaoStyle::tokens(label).rhythm;
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setContentsMargins(rhythm.margin, rhythm.gap, rhythm.margin, rhythm.gap);
    return label;
}

} // namespace

ChecksPanel::ChecksPanel(Counter *counter, QWidget *parent)
    : QWidget(parent)
    , m_counter(counter)
    , m_checksHeader(new ui::PanelHeader({}))
    , m_notices(new QVBoxLayout)
    , m_notChecked(new ui::NoticeLine)
    , m_stockHeader(new ui::PanelHeader({}))
    , m_stock(paragraph(QStringLiteral("pharmacy.stock"), ui::TextLabel::Ink::Text))
    , m_reminderHeader(new ui::PanelHeader({}))
    , m_reminder(paragraph(QStringLiteral("pharmacy.reminder"), ui::TextLabel::Ink::Secondary))
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_notices->setContentsMargins(rhythm.gap, rhythm.gap, rhythm.gap, rhythm.gap);
    m_notices->setSpacing(rhythm.gapSmall);
    m_notChecked->setObjectName(QStringLiteral("pharmacy.notChecked"));
    m_notices->addWidget(m_notChecked);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_checksHeader);
    column->addLayout(m_notices);
    column->addWidget(m_stockHeader);
    column->addWidget(m_stock);
    column->addStretch(1);
    column->addWidget(m_reminderHeader);
    column->addWidget(m_reminder);
    connect(counter, &Counter::changed, this, &ChecksPanel::showChecks);
    retranslate();
}

void ChecksPanel::retranslate()
{
    m_checksHeader->setTitle(tr("Checks"));
    m_stockHeader->setTitle(tr("Stock"));
    m_reminderHeader->setTitle(tr("Four checks, ten matches"));
    remind();
    showChecks();
}

/// \source  Prescription Management Measures (order 53, 2007), article 37
void ChecksPanel::remind()
{
    m_reminder->setText(
        QStringList{tr("Prescription: department, name, age"), tr("Drug: name, form, strength, quantity"),
                    tr("Compatibility: appearance, usage and dose"), tr("Rationale: clinical diagnosis")}
            .join(u'\n'));
}

void ChecksPanel::showChecks()
{
    showAllergies();
    const QString lead = tr("Interactions: not checked");
    m_notChecked->setNotice({ui::Severity::Warn,
                             lead,
                             {},
                             tr("Duplicates and dose limits: not checked. No knowledge base is connected."),
                             {}});
    m_notChecked->setProperty("text", lead);
    showStock();
}

void ChecksPanel::showAllergies()
{
    if (!m_counter->sheet())
        return showIssues({});
    const QString rules = tr("Rules %1").arg(m_counter->desk()->reference().allergies.version);
    std::vector<ui::Notice> notices;
    for (const auto &finding : m_counter->allergyFindings())
        notices.push_back(noticeOf(finding));
    const auto &prescription = m_counter->sheet()->prescription;
    if (notices.empty())
        notices.push_back({ui::Severity::Ok, tr("Allergies: nothing found"), {}, rules, {}});
    const bool isWithdrawn = prescription.status == medications::PrescriptionStatus::Cancelled;
    if (prescription.answer && !isWithdrawn) // then it is the reason, and stands above the sheet
        notices.insert(notices.begin(),
                       {ui::Severity::Note,
                        tr("Signed again"),
                        *prescription.answer,
                        tr("You asked: %1").arg(prescription.reviewNote),
                        {}});
    showIssues(notices);
}

ui::Notice ChecksPanel::noticeOf(const AllergyFinding &finding) const
{
    const auto &issue = finding.issue;
    if (finding.drug.isEmpty())
        return {ui::Severity::Warn,
                tr("Allergies: not checked"),
                {},
                tr("The patient was not asked for any."),
                {}};
    const QString language = m_counter->desk()->locale().name();
    const QString said = issue.text.in(language);
    return {shownAs(issue.severity),
            tr("Allergy"),
            QStringLiteral("%1: %2").arg(finding.drug, said),
            QStringList{tr("On record: %1").arg(issue.evidence.in(language)), sdk::ruleText(issue.rule)}.join(
                QStringLiteral(" · ")),
            {}};
}

void ChecksPanel::showIssues(const std::vector<ui::Notice> &issues)
{
    while (m_issues.size() < issues.size()) {
        m_issues.push_back(new ui::NoticeLine);
        m_issues.back()->setObjectName(QStringLiteral("pharmacy.issue"));
        m_notices->insertWidget(int(m_issues.size()) - 1, m_issues.back());
    }
    for (std::size_t i = 0; i < m_issues.size(); ++i) {
        const auto notice = i < issues.size() ? issues[i] : ui::Notice{};
        m_issues[i]->setNotice(notice);
        m_issues[i]->setProperty("text", QString(notice.lead + u' ' + notice.text).trimmed());
        m_issues[i]->setVisible(i < issues.size());
    }
}

void ChecksPanel::showStock()
{
    const auto &sheet = m_counter->sheet();
    if (!sheet)
        return m_stock->setText(tr("Of the prescription's drugs, shown here."));
    QStringList texts;
    for (const auto &line : sheet->lines)
        texts.append(tr("%1: %2 %3, %4 promised")
                         .arg(line.request.medicationName)
                         .arg(line.onHand)
                         .arg(line.request.quantityUnit)
                         .arg(line.promised));
    m_stock->setText(texts.join(u'\n'));
}

} // namespace simiao::pharmacy
