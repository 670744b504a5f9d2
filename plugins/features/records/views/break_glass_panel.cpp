#include "records/views/break_glass_panel.h"

#include "ui/theme/simiao_style.h"
#include "ui/widgets/action_button.h"

#include <QAction>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

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
    , m_button(new ui::ActionButton(m_open, ui::ActionButton::Role::Primary))
{
    setObjectName(QStringLiteral("records.break-glass"));
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    m_words->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(rhythm.margin * 2, rhythm.margin * 2, rhythm.margin * 2, rhythm.margin);
    column->setSpacing(rhythm.gap);
    column->addWidget(m_title);
    column->addWidget(m_words);
    column->addSpacing(rhythm.gapSmall);
    for (const auto reason : kReasons) {
        auto *button = new QRadioButton;
        button->setObjectName(QStringLiteral("records.reason.") + codeOf(reason));
        m_reasons->addButton(button, int(reason));
        column->addWidget(button);
    }
    column->addSpacing(rhythm.gap);
    m_button->setObjectName(QStringLiteral("records.open"));
    column->addWidget(m_button, 0, Qt::AlignLeft);
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

/// Enter chooses the reason and goes on to the button, where it is pressed once more.
void BreakGlassPanel::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const auto buttons = m_reasons->buttons();
    const auto reason = std::ranges::find_if(buttons, &QAbstractButton::hasFocus);
    if (!isEnter || reason == buttons.end())
        return QWidget::keyPressEvent(event);
    (*reason)->setChecked(true);
    m_button->setFocus(Qt::TabFocusReason);
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
