#include "imaging/views/series_bar.h"

#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QSignalBlocker>

namespace simiao::viewer {

namespace {

/// "2026-11-22 · CT · Chest · images: 40"
QString lineOf(const workflow::ImageSeries &series, const QString &count)
{
    const auto &name =
        series.seriesDescription.isEmpty() ? series.studyDescription : series.seriesDescription;
    QStringList parts{series.studyDate, series.modality, name, count};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace

SeriesBar::SeriesBar(QWidget *parent)
    : ThemedWidget(QAccessible::Pane, parent)
    , m_label(new ui::TextLabel({}, ui::Type::Base, ui::TextLabel::Ink::Secondary))
    , m_box(new QComboBox)
{
    m_box->setObjectName(QStringLiteral("imaging.series"));
    m_box->setFocusPolicy(Qt::TabFocus);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *line = new QHBoxLayout(this);
    const int gap = tokens().rhythm.gap;
    line->setContentsMargins(gap, gap / 2, gap, gap / 2);
    line->addWidget(m_label);
    line->addWidget(m_box, 1);
    connect(m_box, &QComboBox::activated, this, &SeriesBar::chosen);
    retheme();
    hide();
}

void SeriesBar::setSeries(const std::vector<workflow::ImageSeries> &series)
{
    if (series == m_series)
        return;
    const auto chosenUid = m_box->currentData().toString();
    m_series = series;
    fill();
    choose(std::max(0, m_box->findData(chosenUid)));
    setVisible(m_series.size() > 1);
}

int SeriesBar::current() const
{
    return m_box->currentIndex();
}

void SeriesBar::choose(int index)
{
    m_box->setCurrentIndex(index);
}

void SeriesBar::fill()
{
    const QSignalBlocker quiet(m_box);
    m_box->clear();
    for (const auto &series : m_series) {
        const auto count = tr("images: %1").arg(series.instances.size());
        m_box->addItem(lineOf(series, count), series.seriesInstanceUid);
    }
}

void SeriesBar::retheme()
{
    const int index = current();
    m_label->setText(tr("Series"));
    m_box->setAccessibleName(tr("Series"));
    fill();
    m_box->setCurrentIndex(index);
}

void SeriesBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().colours.panel);
}

} // namespace simiao::viewer
