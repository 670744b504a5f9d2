#pragma once

#include "ui/widgets/themed_widget.h"
#include "workflow/ports/imaging_objects.h"

class QComboBox;

namespace simiao::ui {
class TextLabel;
}

namespace simiao::viewer {

/// Chooses among reports, ECGs and documents, or the images; hidden when there are none.
class ObjectBar : public ui::ThemedWidget
{
    Q_OBJECT

public:
    explicit ObjectBar(QWidget *parent = nullptr);

    /// What was chosen stays chosen if it is still there.
    void setObjects(const std::vector<workflow::ImagingObject> &objects);
    /// -1: the images.
    int current() const;
    void choose(int index);
    int count() const { return static_cast<int>(m_objects.size()); }

Q_SIGNALS:
    /// The person chose another one; -1: the images.
    void chosen(int index);

protected:
    void retheme() override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fill();

    std::vector<workflow::ImagingObject> m_objects;
    ui::TextLabel *m_label;
    QComboBox *m_box;
};

} // namespace simiao::viewer
