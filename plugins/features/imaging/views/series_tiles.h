#pragma once

#include "imaging/views/thumbnails.h"

#include <QAbstractListModel>

namespace simiao::viewer {

/// The patient's series as tiles: a small picture, what it is, and how much of it is loaded. A tile is dragged by its
/// SeriesInstanceUID.
class SeriesTiles : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        TitleRole = Qt::UserRole + 1, ///< "CT Chest axial"
        DateRole,                     ///< of the study, ISO
        PriorRole,                    ///< there is a later study of its kind
        LoadedRole,                   ///< slices in the cache
        CountRole,                    ///< slices
        FailedRole,                   ///< there is no small picture
        ShownRole,                    ///< some viewport shows it
        KeyImagesRole,                ///< how many key images it has
    };

    SeriesTiles(Thumbnails *thumbnails, std::shared_ptr<FrameCache> cache, QObject *parent = nullptr);

    void setSeries(const std::vector<workflow::ImageSeries> &series);
    /// Series that viewports show, by their index.
    void setShown(const QSet<int> &shown);
    /// Key images of each series, as many numbers as series.
    void setKeyImages(const std::vector<int> &counts);
    /// What is loaded changed.
    void refresh();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;

private:
    int loadedOf(const workflow::ImageSeries &series) const;
    void allChanged();

    Thumbnails *m_thumbnails;
    std::shared_ptr<FrameCache> m_cache;
    std::vector<workflow::ImageSeries> m_series;
    std::vector<int> m_loaded; ///< of each
    QSet<int> m_shown;
    std::vector<int> m_keyImages; ///< may be shorter than m_series
};

/// "CT Chest axial"; the study's name where the series has none.
QString seriesTitle(const workflow::ImageSeries &series);
/// Of a study that is not the latest of its kind.
bool isPrior(const workflow::ImageSeries &series, const std::vector<workflow::ImageSeries> &all);

} // namespace simiao::viewer
