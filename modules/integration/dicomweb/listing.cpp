#include "integration/dicomweb/listing.h"

#include "core/try.h"

#include <QSet>

#include <utility>

namespace simiao::dicomweb {

using namespace Qt::StringLiterals;

namespace {

/// An archive that goes on for ever is not believed.
constexpr std::size_t kMostRows = 100'000;

class Collector
{
public:
    explicit Collector(tags::Tag key)
        : m_key(key)
    {
    }

    /// \returns whether any of it is new
    bool take(const std::vector<JsonDataset> &rows)
    {
        bool hasNew = false;
        for (const auto &row : rows) {
            const auto key = row.text(m_key);
            if (m_seen.contains(key))
                continue;
            m_seen.insert(key);
            m_rows.push_back(row);
            hasNew = true;
        }
        return hasNew;
    }

    std::size_t size() const { return m_rows.size(); }
    std::vector<JsonDataset> rows() && { return std::move(m_rows); }

private:
    tags::Tag m_key;
    QSet<QString> m_seen;
    std::vector<JsonDataset> m_rows;
};

} // namespace

Result<Listing> listed(StudiesService &service,
                       const QString &path,
                       tags::Tag key,
                       std::optional<int> stated,
                       std::stop_token stop)
{
    const auto isShort = [stated](std::size_t rows) { return stated && std::cmp_less(rows, *stated); };
    TRY(const auto first, service.searchPage(path, {}, stop));
    Collector all(key);
    bool hasNew = all.take(first.rows);
    bool isCut = first.isCut;
    std::size_t asked = first.rows.size(); // the archive counts its rows, not ours
    while (hasNew && (isCut || !stated || isShort(all.size()))) {
        if (all.size() >= kMostRows) {
            isCut = true;
            break;
        }
        const QUrlQuery parameters{{u"offset"_s, QString::number(asked)}};
        const auto page = service.searchPage(path, parameters, stop);
        if (stop.stop_requested())
            return cancelled();
        if (!page) // some do not know the word
            break;
        hasNew = all.take(page->rows);
        // The same rows once more: an archive that passes over the word, and says nothing of what is left.
        isCut = hasNew || page->rows.empty() ? page->isCut : isCut;
        asked += page->rows.size();
    }
    const bool isPartial = isCut || isShort(all.size());
    return Listing{std::move(all).rows(), isPartial};
}

} // namespace simiao::dicomweb
