-- What each desk prints on and reads with. Lengths are whole tenths of a millimetre.
CREATE TABLE desk_device (
    id BLOB PRIMARY KEY,
    site TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    recorded_at INTEGER NOT NULL,
    recorded_by BLOB NOT NULL,
    workstation TEXT NOT NULL,
    role TEXT NOT NULL,
    device_name TEXT NOT NULL,
    paper_width_tenth_mm INTEGER NOT NULL,
    paper_height_tenth_mm INTEGER NOT NULL,
    offset_x_tenth_mm INTEGER NOT NULL,
    offset_y_tenth_mm INTEGER NOT NULL,
    orientation TEXT NOT NULL,
    copies INTEGER NOT NULL,
    active INTEGER NOT NULL,
    row_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;
--;;
-- A desk has one device for each use.
CREATE UNIQUE INDEX desk_device_use ON desk_device (workstation, role);
