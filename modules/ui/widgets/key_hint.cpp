#include "ui/widgets/key_hint.h"

#include "ui/widgets/chips.h"

#include <QAction>
#include <QPainter>

namespace simiao::ui {

KeyHint::KeyHint(const QKeySequence &key, QWidget *parent)
    : ThemedWidget(QAccessible::StaticText, parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setKey(key);
}

void KeyHint::setKey(const QKeySequence &key)
{
    m_key = key;
    // Showing what has no parent yet would open it as a window.
    if (m_key.isEmpty() || parentWidget())
        setVisible(!m_key.isEmpty());
    retheme();
    refresh();
}

void KeyHint::follow(const QAction *action)
{
    disconnect(m_following);
    m_following = connect(action, &QAction::changed, this, [this, action] {
        if (action->shortcut() != m_key)
            setKey(action->shortcut());
    });
    setKey(action->shortcut());
}

QSize KeyHint::sizeHint() const
{
    return chips::keySize(typeFont(Type::Code), m_key.toString(QKeySequence::NativeText));
}

void KeyHint::retheme()
{
    setAccessibleName(tr("Key %1").arg(m_key.toString(QKeySequence::NativeText)));
}

void KeyHint::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &colours = tokens().colours;
    chips::paintKey(painter, rect(), typeFont(Type::Code), m_key.toString(QKeySequence::NativeText),
                    colours.secondary, colours.panel);
}

} // namespace simiao::ui
