#pragma once

#include "shell/command_match.h"
#include "shell/command_registry.h"

#include <QObject>

namespace simiao::shell {

class InterfaceLanguage;
class PinyinCache;

/// Knows what each command is called in both languages and in pinyin.
class CommandDirectory : public QObject
{
    Q_OBJECT

public:
    /// Both outlive the directory.
    CommandDirectory(const CommandRegistry *registry,
                     const InterfaceLanguage *language,
                     QObject *parent = nullptr);

    struct Found
    {
        QPointer<QAction> action;
        CommandNames names;
    };

    /// Reachable commands that fit what was typed, the best first, those that can run before those that cannot now.
    QList<Found> find(const QString &typed) const;

Q_SIGNALS:
    /// The same question may have more answers now.
    void improved();

private:
    CommandNames namesOf(const Command &command) const;
    void prepare();

    const CommandRegistry *m_registry;
    const InterfaceLanguage *m_language;
    PinyinCache *m_pinyin;
};

} // namespace simiao::shell
