#include "ui/widgets/action_button.h"

#include "ui/theme/simiao_style.h"
#include "ui/widgets/chips.h"

#include <QAction>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace simiao::ui {

ActionButton::ActionButton(QAction *action, Role role, QWidget *parent)
    : QPushButton(parent)
    , m_action(action)
{
    setDefault(role == Role::Primary);
    connect(action, &QAction::changed, this, &ActionButton::follow);
    connect(action, &QObject::destroyed, this, [this] { setEnabled(false); });
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
    follow();
}

void ActionButton::follow()
{
    setText(m_action->iconText()); // without mnemonic and dots
    setEnabled(m_action->isEnabled());
    // Showing what has no parent yet would open it as a window.
    if (!m_action->isVisible() || parentWidget())
        setVisible(m_action->isVisible());
    setCheckable(m_action->isCheckable());
    setChecked(m_action->isChecked());
    setToolTip(m_action->toolTip());
    setAccessibleName(text());
    setAccessibleDescription(keyText().isEmpty() ? QString() : tr("Key %1").arg(keyText()));
    updateGeometry();
    update();
}

QString ActionButton::keyText() const
{
    return m_action ? m_action->shortcut().toString(QKeySequence::NativeText) : QString();
}

int ActionButton::keyRoom() const
{
    const auto key = keyText();
    if (key.isEmpty())
        return 0;
    const auto font = SimiaoStyle::font(Type::Code, this);
    return chips::keySize(font, key).width() + SimiaoStyle::tokens(this).rhythm.gap;
}

QSize ActionButton::sizeHint() const
{
    ensurePolished();
    QStyleOptionButton option;
    initStyleOption(&option);
    auto titleFont = SimiaoStyle::font(isDefault() ? Type::Strong : Type::Base, this);
    auto contents = QFontMetrics(titleFont).size(Qt::TextSingleLine, text());
    contents.rwidth() += keyRoom();
    return style()->sizeFromContents(QStyle::CT_PushButton, &option, contents, this);
}

void ActionButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);

    const auto &tokens = SimiaoStyle::tokens(this);
    const bool isFilled = isDefault() && isEnabled();
    const auto ink = isFilled ? tokens.colours.onAccent : option.palette.color(QPalette::ButtonText);
    const auto inside = rect().adjusted(tokens.rhythm.margin, 0, -tokens.rhythm.margin, 0);
    painter.setFont(SimiaoStyle::font(isDefault() ? Type::Strong : Type::Base, this));
    painter.setPen(ink);
    painter.drawText(style()->visualRect(layoutDirection(), rect(), inside.adjusted(0, 0, -keyRoom(), 0)),
                     Qt::AlignCenter | Qt::TextSingleLine, text());
    if (keyText().isEmpty())
        return;
    const auto font = SimiaoStyle::font(Type::Code, this);
    QRect key({}, chips::keySize(font, keyText()));
    key.moveCenter(inside.center());
    key.moveRight(inside.right());
    chips::paintKey(painter, style()->visualRect(layoutDirection(), rect(), key), font, keyText(),
                    isFilled ? tokens.colours.onAccent : tokens.colours.secondary,
                    isFilled ? tokens.colours.accent : tokens.colours.panel);
}

} // namespace simiao::ui
