#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

#include <vector>

namespace simiao::shell {

/// One page of the help: Markdown, its title being the first heading.
struct HelpText
{
    QString id; ///< file name without ".md"
    QString title;
    QString markdown;

    bool operator==(const HelpText &) const = default;
};

/// The pages of `resources/help` in one language, and which of them belongs to which place of the screen.
class HelpLibrary
{
public:
    /// \param folder    resources/help
    /// \param language  zh_CN, en; a language without a folder reads English
    HelpLibrary(const QString &folder, const QString &language);

    const std::vector<HelpText> &pages() const { return m_pages; }
    /// Null when there is no such page.
    const HelpText *page(const QString &id) const;

    /// The page for a place: the names of the widget with the focus and of those around it, innermost first. The longest known
    /// beginning of the innermost known name wins; "start" where none is known.
    QString pageFor(const QStringList &objectNames) const;

    /// Ids of the pages that hold every word of `text`, those with it in the title first. All pages for an empty text.
    QStringList search(const QString &text) const;

private:
    void readPlaces(const QString &file);

    std::vector<HelpText> m_pages;
    QMap<QString, QString> m_places;
};

} // namespace simiao::shell
