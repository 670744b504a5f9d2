#pragma once

#include "imaging/models/print_places.h"
#include "imaging/models/print_wish.h"
#include "imaging/views/sheet_maker.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace simiao::ui {
class TextLabel;
}

namespace simiao::viewer {

class PrintPreview;

/// What can be printed now.
struct PrintSubject
{
    PrintItem shown;             ///< of the viewport that is worked with
    std::vector<PrintItem> grid; ///< of all viewports, row by row; empty places too
    PrintLayout gridLayout = {};
};

/// Which pictures on which paper, beside the page as it will be. \thread GUI
class PrintDialog : public QDialog
{
    Q_OBJECT

public:
    enum class What { Shown, Grid, Series };
    using StyleMaker = std::function<SheetStyle(const PrintWish &wish)>;

    /// \param places, maker  owned from now on
    PrintDialog(const PrintSubject &subject,
                const PrintForms &forms,
                PrintPlaces *places,
                SheetMaker *maker,
                StyleMaker style,
                QWidget *parent);

    PrintWish wish() const;

Q_SIGNALS:
    void wished(const simiao::viewer::PrintWish &wish);

private:
    void nameFields();
    void fill();
    QWidget *form();
    QWidget *pages();
    QWidget *rangeRow();
    QWidget *pathRow();
    void wire();
    void fillPlaces();
    QString placeName(const PrintPlace &place) const;
    PrintPlace place() const;
    void suitPaper();
    void choosePaper(QSizeF mm);
    void follow();
    void turnTo(int page);
    void makePreview();
    void showSheet(const std::shared_ptr<const PrintedSheet> &sheet);
    QString trouble(const PrintWish &wish) const;
    QString consequence(const PrintWish &wish) const;
    What what() const;
    void browse();
    void accept() override;

    PrintSubject m_subject;
    PrintForms m_forms;
    PrintPlaces *m_places;
    SheetMaker *m_maker;
    StyleMaker m_style;
    QComboBox *m_what;
    QSpinBox *m_first;
    QSpinBox *m_last;
    QSpinBox *m_every;
    QComboBox *m_layout;
    QComboBox *m_place;
    QLineEdit *m_path;
    QComboBox *m_paper;
    QSizeF m_paperBeforeFilm; ///< mm
    QComboBox *m_orientation;
    QCheckBox *m_texts;
    QCheckBox *m_measurements;
    QCheckBox *m_values;
    QCheckBox *m_trueSize;
    ui::TextLabel *m_consequence;
    PrintPreview *m_preview;
    ui::TextLabel *m_pageText;
    QPushButton *m_back;
    QPushButton *m_on;
    QFormLayout *m_form;
    QDialogButtonBox *m_buttons;
    QWidget *m_range = nullptr;
    QWidget *m_pathRow = nullptr;
    int m_page = 0;
    bool m_isPlaceChosen = false;
};

} // namespace simiao::viewer
