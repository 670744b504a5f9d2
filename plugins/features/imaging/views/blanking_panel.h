#pragma once

#include "imaging/models/slice.h"
#include "imaging/views/blanking_view.h"

#include <QWidget>

#include <stop_token>

class QCheckBox;
class QLabel;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace simiao::viewer {

/// The pictures that somebody looks at while drawing what shall be black in them.
struct BlankingSubject
{
    std::shared_ptr<workflow::ImageSource> source;
    std::vector<Slice> slices;
    int shown = 0;                                    ///< of them, from 0
    std::shared_ptr<const imaging::Frame> frame;      ///< of the shown one
    std::optional<imaging::GreyDisplay> display = {}; ///< nothing: each picture's own window
};

/// A picture of the series with what shall be black in it, and the list of these parts. A part is for every picture of the size it was
/// drawn on, or for one picture.
class BlankingPanel : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    explicit BlankingPanel(BlankingSubject subject, QWidget *parent = nullptr);
    ~BlankingPanel() override;

    const std::vector<workflow::BlankedPart> &parts() const { return m_parts; }
    /// All parts, a line each.
    QString text() const;
    /// One picture goes out, so that nothing is asked about the others.
    void setSingle(bool isSingle);

Q_SIGNALS:
    void changed();

private:
    void layOut();
    void leafTo(int slice);
    void take(int slice, const Result<std::shared_ptr<const imaging::Frame>> &frame);
    void showParts();
    void add(const workflow::PictureArea &area);
    void remove(int part);
    bool isSeen(const workflow::BlankedPart &part) const;
    int partOf(int area) const;
    QString wordsOf(const workflow::BlankedPart &part) const;
    int sliceOf(const workflow::BlankedPart &part) const;

    BlankingSubject m_subject;
    int m_slice;
    std::shared_ptr<const imaging::Frame> m_frame; ///< of m_slice; null: not here yet, or not to be had
    std::vector<workflow::BlankedPart> m_parts;
    std::vector<int> m_seen; ///< of the parts, those in the picture
    BlankingView *m_view;
    QSpinBox *m_picture;
    QCheckBox *m_only;
    QListWidget *m_list;
    QPushButton *m_remove;
    QWidget *m_leafing;
    std::stop_source m_stop;
};

} // namespace simiao::viewer
