#include "tour/keys.h"

#include <QKeySequence>

namespace simiao::tour {

namespace {

/// What keyboards send differs from what QKeySequence reads.
QKeyCombination asSent(QKeyCombination key)
{
    if (key.key() == Qt::Key_Enter)
        return key.keyboardModifiers() | Qt::Key_Return;
    if (key == (Qt::ShiftModifier | Qt::Key_Tab))
        return Qt::ShiftModifier | Qt::Key_Backtab;
    return key;
}

constexpr bool isWithoutText(Qt::KeyboardModifiers modifiers)
{
    return modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
}

bool needsShift(char16_t character)
{
    return QChar(character).isUpper() || QStringView(u"~!@#$%^&*()_+{}|:\"<>?").contains(character);
}

} // namespace

Result<QKeyCombination> parseKey(const QString &text)
{
    const auto sequence = QKeySequence::fromString(text, QKeySequence::PortableText);
    if (sequence.count() != 1 || sequence[0].key() == Qt::Key_unknown)
        return Error{ErrorKind::Invalid, QStringLiteral("tour.key"),
                     QStringLiteral("no key \"%1\"").arg(text)};
    return asSent(sequence[0]);
}

QString keyText(QKeyCombination key)
{
    if (isWithoutText(key.keyboardModifiers()))
        return {};
    switch (key.key()) {
    case Qt::Key_Return: return QStringLiteral("\r");
    case Qt::Key_Tab: return QStringLiteral("\t");
    case Qt::Key_Backspace: return QStringLiteral("\b");
    case Qt::Key_Escape: return QStringLiteral("\x1b");
    case Qt::Key_Delete: return QStringLiteral("\x7f");
    default: break;
    }
    if (key.key() < Qt::Key_Space || key.key() > Qt::Key_AsciiTilde)
        return {};
    const QChar letter(key.key());
    return key.keyboardModifiers() & Qt::ShiftModifier ? letter : letter.toLower();
}

QKeyCombination keyFor(char16_t character)
{
    if (character == u'\n')
        return Qt::Key_Return;
    if (character == u'\t')
        return Qt::Key_Tab;
    const auto key = Qt::Key(QChar(character).toUpper().unicode());
    return (needsShift(character) ? Qt::ShiftModifier : Qt::NoModifier) | key;
}

} // namespace simiao::tour
