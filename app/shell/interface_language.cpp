#include "shell/interface_language.h"

#include "core/log.h"
#include "shell/switched_translator.h"

#include <QCoreApplication>
#include <QDir>
#include <QEvent>
#include <QLibraryInfo>

namespace simiao::shell {

InterfaceLanguage::InterfaceLanguage(const QString &folder, QObject *parent)
    : QObject(parent)
{
    load(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_zh_CN.qm"));
    const QDir own(folder);
    const auto files = folder.isEmpty()
        ? QStringList()
        : own.entryList({QStringLiteral("*_zh_CN.qm")}, QDir::Files, QDir::Name);
    for (const auto &file : files)
        load(own.filePath(file));
    QLocale::setDefault(locale());
}

void InterfaceLanguage::load(const QString &file)
{
    auto *translator = new SwitchedTranslator(&m_texts, this);
    if (!translator->load(file)) {
        log::warning(QStringLiteral("language.file-missing: %1").arg(file));
        delete translator;
        return;
    }
    m_translators.append(translator);
    QCoreApplication::installTranslator(translator);
}

QString InterfaceLanguage::folderBeside(const QString &binFolder)
{
    const QDir bin(binFolder);
    const auto installed = QStringLiteral("../share/simiao/translations");
    return QDir::cleanPath(
        bin.filePath(bin.exists(installed) ? installed : QStringLiteral("../translations")));
}

void InterfaceLanguage::choose(const QString &code)
{
    const auto chosen = code.startsWith(QLatin1StringView("zh")) ? kChinese : kEnglish;
    if (chosen == m_code)
        return;
    m_code = chosen;
    for (auto *translator : std::as_const(m_translators))
        translator->setSpeaking(isChinese());
    QLocale::setDefault(locale());
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(QCoreApplication::instance(), &change);
    Q_EMIT changed();
}

QLocale InterfaceLanguage::locale() const
{
    return isChinese() ? QLocale(QLocale::Chinese, QLocale::China)
                       : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

} // namespace simiao::shell
