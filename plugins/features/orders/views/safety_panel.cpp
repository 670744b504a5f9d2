#include "orders/views/safety_panel.h"

#include "sdk/allergy_words.h"
#include "sdk/desk.h"
#include "sdk/rule_text.h"
#include "ui/widgets/notice_line.h"

#include <QScrollArea>
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
    , m_column(nullptr)
{
    setObjectName(QStringLiteral("consult.safety"));
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(12, 12, 12, 12);
    m_column->setSpacing(8);
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(content);
    setFocusProxy(area); // arrows and Page keys scroll
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(area);
    showRecord();
    connect(visit->desk(), &sdk::Desk::languageChanged, this, &SafetyPanel::showRecord);
    connect(visit->desk(), &sdk::Desk::referenceChanged, this, &SafetyPanel::showRecord);
    connect(visit, &sdk::Visit::allergiesChanged, this, &SafetyPanel::showRecord);
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
    addOpenRules();
    m_column->addStretch();
}

/// Each rule that nothing on record decides, in its own words: what is not checked is said.
void SafetyPanel::addOpenRules()
{
    const auto &rules = m_visit->desk()->reference().prescriptions;
    const auto today = m_visit->desk()->context().clock->today();
    const QString language = m_visit->desk()->locale().name();
    for (const auto &rule : medications::notCheckedAtSigning(rules, today)) {
        const RuleReference reference{rule.id, rule.source, rules.version};
        m_column->addWidget(new ui::NoticeLine({ui::Severity::Neutral,
                                                tr("Not checked"),
                                                rule.text.in(language),
                                                sdk::ruleText(reference),
                                                {}}));
    }
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
        const QString reactions = sdk::AllergyWords::reactions(allergy);
        m_column->addWidget(new ui::NoticeLine({shownAs(allergy.criticality),
                                                substance,
                                                reactions.isEmpty() ? tr("reaction not recorded") : reactions,
                                                {},
                                                {}}));
    }
}

} // namespace simiao::orders
