#include "imaging/views/series_shelf.h"

#include "imaging/views/command_action.h"

#include <QVBoxLayout>

namespace simiao::viewer {

namespace {

constexpr int kLookMs = 300;

} // namespace

SeriesShelf::SeriesShelf(std::shared_ptr<workflow::ImageSource> source,
                         std::shared_ptr<FrameCache> cache,
                         SeriesPlacer *placer,
                         QWidget *parent)
    : QWidget(parent)
    , m_placer(placer)
    , m_thumbnails(new Thumbnails(std::move(source), cache, this))
    , m_tiles(new SeriesTiles(m_thumbnails, std::move(cache), this))
    , m_strip(new SeriesStrip(m_tiles))
    , m_toggle(commandAction(this, QStringLiteral("imaging.showThumbnails"), {Qt::Key_V}, [this] {
        m_isWanted = isHidden();
        showOrHide();
    }))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_strip);
    m_toggle->setCheckable(true);
    connect(placer, &SeriesPlacer::changed, this, &SeriesShelf::showOrHide);
    connect(m_strip, &SeriesStrip::chosen, this, [this](int row) { m_placer->show(row); });
    connect(&m_look, &QTimer::timeout, m_tiles, &SeriesTiles::refresh);
    retranslate();
    showOrHide();
}

void SeriesShelf::retranslate()
{
    m_toggle->setText(tr("Small pictures"));
    m_toggle->setToolTip(tr("Show the series as small pictures; drag one into a viewport"));
}

void SeriesShelf::setRoom(const QSize &panel)
{
    constexpr QSize kEnough(700, 560);
    m_hasRoom = panel.width() >= kEnough.width() && panel.height() >= kEnough.height();
    showOrHide();
}

/// A single series needs no choice, unless somebody wants to see it.
void SeriesShelf::showOrHide()
{
    const bool isShown = m_isWanted.value_or(m_hasRoom && m_placer->series().size() > 1);
    setVisible(isShown);
    m_toggle->setChecked(isShown);
    if (!isShown)
        return m_look.stop();
    m_look.start(kLookMs);
    m_tiles->setSeries(m_placer->series());
    m_tiles->setShown(m_placer->shown());
    m_strip->choose(m_placer->current());
}

} // namespace simiao::viewer
