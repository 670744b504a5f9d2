#include "shell/help_library.h"

#include "core/json.h"
#include "core/log.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace simiao::shell {

using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

HelpText readPage(const QString &path)
{
    const QString markdown = QString::fromUtf8(contentOf(path));
    QString title = markdown.section(u'\n', 0, 0);
    while (title.startsWith(u'#') || title.startsWith(u' '))
        title.remove(0, 1);
    return {QFileInfo(path).completeBaseName(), title.trimmed(), markdown};
}

bool holdsAll(const QString &text, const QStringList &words)
{
    return std::ranges::all_of(words,
                               [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

HelpLibrary::HelpLibrary(const QString &folder, const QString &language)
{
    const QDir root(folder);
    const QDir pages(root.filePath(root.exists(language) ? language : u"en"_s));
    for (const auto &name : pages.entryList({u"*.md"_s}, QDir::Files, QDir::Name))
        m_pages.push_back(readPage(pages.filePath(name)));
    std::ranges::sort(m_pages, {},
                      [](const HelpText &page) { return std::pair(page.id != "start"_L1, page.title); });
    readPlaces(root.filePath(u"places.json"_s));
}

void HelpLibrary::readPlaces(const QString &file)
{
    const auto json = Json::parse(contentOf(file));
    if (!json)
        return log::error(json.error());
    for (const auto &[place, page] : (*json)[u"places"_s].object())
        m_places.insert(place, page.toString());
}

const HelpText *HelpLibrary::page(const QString &id) const
{
    const auto found = std::ranges::find(m_pages, id, &HelpText::id);
    return found == m_pages.end() ? nullptr : &*found;
}

QString HelpLibrary::pageFor(const QStringList &objectNames) const
{
    for (const auto &name : objectNames) {
        QString best;
        for (auto place = m_places.constBegin(); place != m_places.constEnd(); ++place) {
            if (name.startsWith(place.key()) && place.key().size() > best.size())
                best = place.key();
        }
        if (!best.isEmpty() && page(m_places.value(best)))
            return m_places.value(best);
    }
    return u"start"_s;
}

QStringList HelpLibrary::search(const QString &text) const
{
    const auto words = text.split(u' ', Qt::SkipEmptyParts);
    QStringList inTitle;
    QStringList inText;
    for (const auto &page : m_pages) {
        if (holdsAll(page.title, words))
            inTitle.append(page.id);
        else if (holdsAll(page.markdown, words))
            inText.append(page.id);
    }
    return inTitle + inText;
}

} // namespace simiao::shell
