#include "orders/views/safety_panel.h"

#include "sdk/desk.h"
#include "ui/widgets/notice_line.h"

#include <QVBoxLayout>

namespace simiao::orders {

namespace {

ui::Severity shownAs(clinical::Criticality criticality)
{
    return criticality == clinical::Criticality::High ? ui::Severity::Block : ui::Severity::Warn;
}

} // namespace

SafetyPanel::SafetyPanel(sdk::Visit *visit, QWidget *parent)
    : QWidget(parent)
    , m_visit(visit)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("consult.safety"));
    setFocusPolicy(Qt::StrongFocus);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_column->setContentsMargins(12, 12, 12, 12);
    m_column->setSpacing(8);
    showRecord();
    connect(visit->desk(), &sdk::Desk::languageChanged, this, &SafetyPanel::showRecord);
}

void SafetyPanel::showRecord()
{
    while (auto *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    addAllergies();
    m_column->addWidget(new ui::NoticeLine({ui::Severity::Neutral,
                                            tr("Not checked"),
                                            tr("Interactions, duplicates, dose limits, kidney function and "
                                               "pregnancy: no rules are installed for them."),
                                            {},
                                            {}}));
    m_column->addStretch();
}

void SafetyPanel::addAllergies()
{
    using administration::AllergyStatus;
    const auto status = m_visit->record().patient.allergyStatus;
    if (status == AllergyStatus::NotAsked)
        m_column->addWidget(
            new ui::NoticeLine({ui::Severity::Warn, tr("Allergies"), tr("Not asked for."), {}, {}}));
    if (status == AllergyStatus::NoneKnown)
        m_column->addWidget(
            new ui::NoticeLine({ui::Severity::Ok, tr("Allergies"), tr("Asked for, none known."), {}, {}}));
    const QString language = m_visit->desk()->locale().name();
    for (const auto &allergy : m_visit->record().allergies) {
        const QString substance = LocalText{allergy.substanceEn, allergy.substance}.in(language);
        const QString reaction = allergy.reaction.isEmpty() ? tr("reaction not recorded") : allergy.reaction;
        m_column->addWidget(new ui::NoticeLine({shownAs(allergy.criticality), substance, reaction, {}, {}}));
    }
}

} // namespace simiao::orders
