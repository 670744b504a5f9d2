#pragma once

#include "ui/widgets/themed_widget.h"
#include "workflow/ports/image_source.h"

class QComboBox;

namespace simiao::ui {
class TextLabel;
}

namespace simiao::viewer {

/// Chooses among several series; hidden when there is no choice.
class SeriesBar : public ui::ThemedWidget
{
    Q_OBJECT

public:
    explicit SeriesBar(QWidget *parent = nullptr);

    /// What was chosen stays chosen if it is still there.
    void setSeries(const std::vector<workflow::ImageSeries> &series);
    /// -1 when there is none.
    int current() const;
    void choose(int index);

Q_SIGNALS:
    /// The person chose another one.
    void chosen(int index);

protected:
    void retheme() override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fill();

    std::vector<workflow::ImageSeries> m_series;
    ui::TextLabel *m_label;
    QComboBox *m_box;
};

} // namespace simiao::viewer
