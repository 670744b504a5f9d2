#pragma once

#include "shell/spoken_texts.h"

#include <QLocale>
#include <QObject>

namespace simiao::shell {

class SwitchedTranslator;

/// The language of the program: English, in which it is written, or Chinese. Changed at any time; every widget gets a
/// LanguageChange event.
class InterfaceLanguage : public QObject
{
    Q_OBJECT

public:
    static inline const QString kEnglish = QStringLiteral("en");
    static inline const QString kChinese = QStringLiteral("zh_CN");

    /// \param folder  of the *_zh_CN.qm files, or empty; without them everything is English
    explicit InterfaceLanguage(const QString &folder, QObject *parent = nullptr);

    /// Where the *_zh_CN.qm files are: beside an installed program, or in the build tree.
    static QString folderBeside(const QString &binFolder);

    /// \param code  zh_CN or en; anything else is English
    void choose(const QString &code);
    const QString &code() const { return m_code; }
    bool isChinese() const { return m_code == kChinese; }
    /// Formats of numbers and dates that go with the language.
    QLocale locale() const;
    const SpokenTexts &texts() const { return m_texts; }

Q_SIGNALS:
    void changed();

private:
    void load(const QString &file);

    SpokenTexts m_texts;
    QList<SwitchedTranslator *> m_translators;
    QString m_code = kEnglish;
};

} // namespace simiao::shell
