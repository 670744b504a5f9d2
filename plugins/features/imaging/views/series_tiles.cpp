#include "imaging/views/series_tiles.h"

#include "imaging/models/hanging_protocol.h"
#include "imaging/views/viewport_cell.h"

#include <QCoreApplication>
#include <QMimeData>

#include <algorithm>

namespace simiao::viewer {

QString seriesTitle(const workflow::ImageSeries &series)
{
    const auto &name =
        series.seriesDescription.isEmpty() ? series.studyDescription : series.seriesDescription;
    return QStringLiteral("%1 %2").arg(series.modality, name).trimmed();
}

bool isPrior(const workflow::ImageSeries &series, const std::vector<workflow::ImageSeries> &all)
{
    const auto studies = studiesOf(all);
    const auto own = std::ranges::find(studies, series.studyInstanceUid, &HungStudy::studyInstanceUid);
    return own != studies.end()
        && std::ranges::any_of(studies, [&own](const HungStudy &other) { return isPriorOf(*own, other); });
}

SeriesTiles::SeriesTiles(Thumbnails *thumbnails, std::shared_ptr<FrameCache> cache, QObject *parent)
    : QAbstractListModel(parent)
    , m_thumbnails(thumbnails)
    , m_cache(std::move(cache))
{
    connect(thumbnails, &Thumbnails::ready, this, &SeriesTiles::allChanged);
}

/// What stands at the beginning of both stays.
void SeriesTiles::setSeries(const std::vector<workflow::ImageSeries> &series)
{
    const auto same = std::ranges::mismatch(m_series, series).in1 - m_series.begin();
    const auto kept = static_cast<int>(same);
    if (kept < rowCount()) {
        beginRemoveRows({}, kept, rowCount() - 1);
        m_series.erase(m_series.begin() + same, m_series.end());
        m_loaded.resize(static_cast<std::size_t>(kept));
        endRemoveRows();
    }
    const auto count = static_cast<int>(series.size());
    if (kept < count) {
        beginInsertRows({}, kept, count - 1);
        m_series.insert(m_series.end(), series.begin() + same, series.end());
        m_loaded.resize(m_series.size());
        endInsertRows();
    }
    refresh();
}

void SeriesTiles::setShown(const QSet<int> &shown)
{
    if (shown == m_shown)
        return;
    m_shown = shown;
    allChanged();
}

void SeriesTiles::setKeyImages(const std::vector<int> &counts)
{
    if (counts == m_keyImages)
        return;
    m_keyImages = counts;
    allChanged();
}

void SeriesTiles::refresh()
{
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        const int loaded = loadedOf(m_series[i]);
        if (loaded == m_loaded[i])
            continue;
        m_loaded[i] = loaded;
        const auto row = index(static_cast<int>(i));
        Q_EMIT dataChanged(row, row, {LoadedRole});
    }
}

void SeriesTiles::allChanged()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int SeriesTiles::loadedOf(const workflow::ImageSeries &series) const
{
    int loaded = 0;
    for (const auto &instance : series.instances) {
        for (int frame = 0; frame < instance.frames; ++frame)
            loaded += m_cache->contains({instance, frame}) ? 1 : 0;
    }
    return loaded;
}

int SeriesTiles::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_series.size());
}

QVariant SeriesTiles::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    const auto &series = m_series[row];
    const auto count = static_cast<int>(slicesOf(series).size());
    switch (role) {
    case Qt::DecorationRole: return m_thumbnails->of(series);
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return tr("%1, %2, images %3 of %4 loaded")
            .arg(seriesTitle(series), series.studyDate)
            .arg(m_loaded[row])
            .arg(count);
    case TitleRole: return seriesTitle(series);
    case DateRole: return series.studyDate;
    case PriorRole: return isPrior(series, m_series);
    case LoadedRole: return m_loaded[row];
    case CountRole: return count;
    case FailedRole: return m_thumbnails->hasFailed(series);
    case ShownRole: return m_shown.contains(index.row());
    case KeyImagesRole: return row < m_keyImages.size() ? m_keyImages[row] : 0;
    default: return {};
    }
}

Qt::ItemFlags SeriesTiles::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled
                           : Qt::NoItemFlags;
}

QStringList SeriesTiles::mimeTypes() const
{
    return {QLatin1String(ViewportCell::kSeriesMime)};
}

QMimeData *SeriesTiles::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto *dragged = new QMimeData;
    const auto &series = m_series[static_cast<std::size_t>(indexes.first().row())];
    dragged->setData(QLatin1String(ViewportCell::kSeriesMime), series.seriesInstanceUid.toUtf8());
    return dragged;
}

} // namespace simiao::viewer
