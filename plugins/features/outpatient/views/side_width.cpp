#include "outpatient/views/side_width.h"

#include "core/log.h"
#include "sdk/desk.h"
#include "ui/widgets/plain_tool_tip.h"

#include <QApplication>
#include <QCoroTask>

namespace simiao::outpatient {

namespace {

const QString kSetting = QStringLiteral("consult.side-wide");
const QString kYes = QStringLiteral("true");

} // namespace

SideWidth::SideWidth(sdk::Desk *desk, QSplitter *columns, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_columns(columns)
    , m_action(new QAction(this))
    , m_button(new ui::LinkButton({}))
{
    m_action->setObjectName(QStringLiteral("consult.widen"));
    m_action->setShortcut(QKeySequence(QStringLiteral("Alt+0")));
    m_button->setObjectName(QStringLiteral("consult.widen.button"));
    m_button->setFocusPolicy(Qt::NoFocus);
    connect(m_button, &QAbstractButton::clicked, m_action, &QAction::trigger);
    connect(m_action, &QAction::changed, this, &SideWidth::retranslate);
    connect(m_action, &QAction::triggered, this, [this] {
        setWide(!isWide());
        keep();
    });
    retranslate();
}

void SideWidth::restore()
{
    setWide(m_desk->settings().text(kSetting) == kYes);
}

void SideWidth::giveBack()
{
    if (isWide())
        setWide(false);
}

/// What had the focus may be gone: keys go to what is seen.
void SideWidth::setWide(bool isWide)
{
    m_isWide = isWide;
    auto *middle = m_columns->widget(0);
    auto *side = m_columns->widget(1);
    const bool hadFocus = QApplication::focusWidget() && middle->isAncestorOf(QApplication::focusWidget());
    middle->setVisible(!isWide);
    if (isWide && hadFocus)
        side->setFocus(Qt::OtherFocusReason);
    retranslate();
}

/// A choice that could not be kept holds for this visit.
void SideWidth::keep()
{
    const auto context = m_desk->context();
    QCoro::connect(workflow::changeSetting(context, context.newCommand(), m_desk->reference().settings,
                                           administration::SettingLevel::User, kSetting,
                                           isWide() ? kYes : QStringLiteral("false")),
                   this, [](const Result<administration::Setting> &kept) {
                       if (!kept)
                           log::error(kept.error());
                   });
}

void SideWidth::retranslate()
{
    const auto words = m_isWide ? tr("Narrow") : tr("Widen");
    if (m_action->text() != words)
        m_action->setText(words);
    m_button->setText(words);
    m_button->setToolTip(ui::plainToolTip(tr("The side panel takes all of the visit, and gives it back (%1)")
                                              .arg(m_action->shortcut().toString(QKeySequence::NativeText))));
}

} // namespace simiao::outpatient
