#include "admin/views/audit_filters.h"

#include "admin/views/field_chain.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

namespace simiao::admin {

using security::AuditOutcome;

AuditFilters::AuditFilters(AuditTrail *trail, QWidget *parent)
    : QWidget(parent)
    , m_trail(trail)
    , m_person(new QComboBox)
    , m_act(new QComboBox)
    , m_patient(new QLineEdit)
    , m_outcome(new QComboBox)
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(rhythm.margin, rhythm.gap, rhythm.margin, rhythm.gap);
    makeActField();
    addField(row, m_person, QStringLiteral("admin.audit.person"), 190);
    addField(row, m_act, QStringLiteral("admin.audit.act"), 210);
    addField(row, m_patient, QStringLiteral("admin.audit.patient"), 120);
    addField(row, m_outcome, QStringLiteral("admin.audit.outcome"), 130);
    row->addStretch(1);
    m_chain = new FieldChain({m_person, m_act, m_patient, m_outcome}, this);
    connect(m_chain, &FieldChain::passedStart, this, &AuditFilters::passedStart);
    connect(m_chain, &FieldChain::passedEnd, this, &AuditFilters::passedEnd);
    connect(m_chain, &FieldChain::walked, this, &AuditFilters::ask);
    connect(m_person, &QComboBox::currentIndexChanged, this, &AuditFilters::ask);
    connect(m_outcome, &QComboBox::currentIndexChanged, this, &AuditFilters::ask);
    connect(m_patient, &QLineEdit::editingFinished, this, &AuditFilters::ask);
    connect(trail, &AuditTrail::agentsChanged, this, &AuditFilters::showAgents);
    connect(trail, &AuditTrail::actsChanged, this, &AuditFilters::showActs);
    retranslate();
}

/// Any act can be typed, also one that was not seen yet; nothing is completed, because the act must fit exactly.
void AuditFilters::makeActField()
{
    m_act->setEditable(true);
    m_act->setInsertPolicy(QComboBox::NoInsert);
    m_act->setCompleter(nullptr);
    connect(m_act, &QComboBox::activated, this, &AuditFilters::ask);
    connect(m_act->lineEdit(), &QLineEdit::editingFinished, this, &AuditFilters::ask);
}

void AuditFilters::addField(QHBoxLayout *row, QWidget *field, const QString &name, int width)
{
    auto *label = new ui::TextLabel({}, ui::Type::Base, ui::TextLabel::Ink::Secondary);
    label->setBuddy(field);
    field->setObjectName(name);
    field->setFixedWidth(width);
    m_labels.append(label);
    row->addWidget(label);
    row->addWidget(field);
}

void AuditFilters::enter()
{
    m_chain->enter();
}

void AuditFilters::ask()
{
    m_trail->setFilter({m_person->currentData().toString(), m_act->currentText().trimmed(),
                        m_patient->text().trimmed(), m_outcome->currentData().toString()});
}

void AuditFilters::retranslate()
{
    const QStringList words{tr("Person"), tr("Act"), tr("Patient"), tr("Outcome")};
    const QWidgetList fields{m_person, m_act, m_patient, m_outcome};
    for (qsizetype i = 0; i < words.size(); ++i) {
        m_labels.at(i)->setText(words.at(i));
        fields.at(i)->setAccessibleName(words.at(i));
    }
    m_act->lineEdit()->setPlaceholderText(tr("any act"));
    m_patient->setPlaceholderText(tr("record number"));
    showOutcomes();
    showAgents();
    showActs();
}

/// The choice stays while the words or the people around it change.
void AuditFilters::showAgents()
{
    const QSignalBlocker quiet(m_person);
    const auto person = m_person->currentData();
    m_person->clear();
    m_person->addItem(tr("everybody"), QString());
    for (const auto &agent : m_trail->agents())
        m_person->addItem(QStringLiteral("%1 (%2)").arg(agent.name, agent.loginName), agent.id.toString());
    m_person->setCurrentIndex(qMax(0, m_person->findData(person)));
}

/// Acts are only ever added, in their place; what is typed stays.
void AuditFilters::showActs()
{
    const QSignalBlocker quiet(m_act);
    const auto typed = m_act->currentText();
    const auto &acts = m_trail->acts();
    for (int i = 0; i < int(acts.size()); ++i) {
        if (m_act->itemText(i) != acts.at(i))
            m_act->insertItem(i, acts.at(i));
    }
    m_act->setCurrentIndex(m_act->findText(typed, Qt::MatchFixedString | Qt::MatchCaseSensitive));
    m_act->setEditText(typed);
}

void AuditFilters::showOutcomes()
{
    const QSignalBlocker quiet(m_outcome);
    const auto outcome = m_outcome->currentData();
    m_outcome->clear();
    m_outcome->addItem(tr("all"), QString());
    for (const auto each : {AuditOutcome::Success, AuditOutcome::Refused})
        m_outcome->addItem(AuditWords::outcome(each), codeOf(each));
    m_outcome->setCurrentIndex(qMax(0, m_outcome->findData(outcome)));
}

} // namespace simiao::admin
