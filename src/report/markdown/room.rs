//! A comment holds so much and no more: what fits in, and how much was left out.

/// Pieces of text as long as they fit in.
#[derive(Debug)]
pub struct Room {
    pieces: Vec<String>,
    free: usize,
    left_out: u64,
}

impl Room {
    /// Room for that many characters.
    pub fn new(characters: usize) -> Self {
        Self {
            pieces: Vec::new(),
            free: characters,
            left_out: 0,
        }
    }

    /// Adds a piece. After one that did not fit in none does: what is there is the beginning.
    pub fn push(&mut self, piece: &str) -> bool {
        let needed = length(piece);
        if self.left_out > 0 || needed > self.free {
            self.left_out += 1;
            return false;
        }
        self.free -= needed;
        self.pieces.push(piece.to_owned());
        true
    }

    /// Takes up what another one kept, as far as it fits in.
    pub fn take_up(&mut self, other: &Self) {
        for piece in &other.pieces {
            self.push(piece);
        }
        self.left_out += other.left_out;
    }

    /// Whether there is nothing in it and nothing was to be.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty() && self.left_out == 0
    }

    /// How many pieces are not in it.
    pub fn left_out(&self) -> u64 {
        self.left_out
    }

    /// All that is in it.
    pub fn text(&self) -> String {
        self.pieces.concat()
    }
}

/// The length of a text as hosts count it.
pub fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_is_the_beginning() {
        let mut room = Room::new(5);
        assert!(room.push("甲乙") && !room.push("1234") && !room.push("1"));
        assert_eq!((room.text().as_str(), room.left_out()), ("甲乙", 2));
        let mut first = Room::new(3);
        assert!(first.push("1"));
        first.take_up(&room);
        assert_eq!((first.text().as_str(), first.left_out()), ("1甲乙", 2));
    }
}
