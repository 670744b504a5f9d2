#include "records/views/break_glass_panel.h"

#include "ui/theme/simiao_style.h"
#include "ui/widgets/action_button.h"

#include <QAction>
#include <QButtonGroup>
#include <QRadioButton>
#include <QVBoxLayout>

namespace simiao::records {

namespace {

using workflow::BreakGlassReason;

constexpr BreakGlassReason kReasons[] = {BreakGlassReason::Emergency, BreakGlassReason::CoveringColleague,
                                         BreakGlassReason::SecondOpinion, BreakGlassReason::PatientAsked};

QString reasonText(BreakGlassReason reason)
{
    switch (reason) {
    case BreakGlassReason::Emergency: return BreakGlassPanel::tr("An emergency: the person needs help now");
    case BreakGlassReason::CoveringColleague:
        return BreakGlassPanel::tr("I stand in for the treating colleague");
    case BreakGlassReason::SecondOpinion: return BreakGlassPanel::tr("A colleague asked for my opinion");
    case BreakGlassReason::PatientAsked: return BreakGlassPanel::tr("The person asked me to look");
    }
    return {};
}

} // namespace

BreakGlassPanel::BreakGlassPanel(QWidget *parent)
    : QWidget(parent)
    , m_title(new ui::TextLabel({}, ui::Type::PatientName, ui::TextLabel::Ink::Block))
    , m_words(new ui::TextLabel({}, ui::Type::Base, ui::TextLabel::Ink::Secondary))
    , m_reasons(new QButtonGroup(this))
    , m_open(new QAction(this))
{
    setObjectName(QStringLiteral("records.break-glass"));
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    m_words->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(rhythm.margin * 2, rhythm.margin * 2, rhythm.margin * 2, rhythm.margin);
    column->setSpacing(rhythm.gap);
    column->addWidget(m_title);
    column->addWidget(m_words);
    for (const auto reason : kReasons) {
        auto *button = new QRadioButton;
        button->setObjectName(QStringLiteral("records.reason.") + codeOf(reason));
        m_reasons->addButton(button, int(reason));
        column->addWidget(button);
    }
    auto *open = new ui::ActionButton(m_open, ui::ActionButton::Role::Primary);
    open->setObjectName(QStringLiteral("records.open"));
    column->addWidget(open, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(m_open, &QAction::triggered, this, &BreakGlassPanel::open);
    connect(m_reasons, &QButtonGroup::idToggled, this,
            [this] { m_open->setEnabled(m_reasons->checkedId() >= 0); });
    retranslate();
}

void BreakGlassPanel::ask()
{
    m_reasons->setExclusive(false);
    for (auto *button : m_reasons->buttons())
        button->setChecked(false);
    m_reasons->setExclusive(true);
    m_open->setEnabled(false);
    m_reasons->buttons().front()->setFocus(Qt::OtherFocusReason);
}

void BreakGlassPanel::open()
{
    if (m_reasons->checkedId() >= 0)
        Q_EMIT chosen(BreakGlassReason(m_reasons->checkedId()));
}

void BreakGlassPanel::retranslate()
{
    m_title->setText(tr("This record is restricted"));
    m_words->setText(tr(
        "You have no visit of this person. You may open the record for one of these reasons; who opened it, "
        "when and why stands in the audit trail and is looked at."));
    for (const auto reason : kReasons)
        m_reasons->button(int(reason))->setText(reasonText(reason));
    m_open->setText(tr("Open the record"));
}

} // namespace simiao::records
